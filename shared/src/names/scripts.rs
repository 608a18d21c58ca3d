//! Letters of other scripts than Latin, some of which look like it.

/// The script of a letter that is none of a Latin alphabet, as an adjective.
#[must_use]
pub fn script_of_foreign_letter(letter: char) -> Option<&'static str> {
    (letter.is_alphabetic() && !is_latin(letter)).then(|| script_of(letter))
}

/// What is said of the first letter of a name that is none of a Latin alphabet.
pub(super) fn foreign_letter(name: &str) -> Option<String> {
    let (letter, script) = name
        .chars()
        .find_map(|it| Some((it, script_of_foreign_letter(it)?)))?;
    Some(match twin_of(letter) {
        Some(twin) => format!(
            "Esta «{letter}» es {script}, aunque parece la letra «{twin}»: escríbala con el teclado en \
             español."
        ),
        None => format!("«{letter}» es una letra {script}: escriba el nombre con letras latinas."),
    })
}

/// The letters of alphabets that grew from the Latin one, the saltillo and other signs of Mexican
/// languages that count as letters among them.
const fn is_latin(letter: char) -> bool {
    matches!(letter,
        'A'..='Z' | 'a'..='z' | 'ª' | 'º' | '\u{C0}'..='\u{2FF}' | '\u{1D00}'..='\u{1DBF}'
        | '\u{1E00}'..='\u{1EFF}' | '\u{2071}' | '\u{207F}' | '\u{2090}'..='\u{209C}'
        | '\u{2C60}'..='\u{2C7F}' | '\u{A717}'..='\u{A7FF}' | '\u{AB30}'..='\u{AB68}')
}

const fn script_of(letter: char) -> &'static str {
    match letter {
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => "griega",
        '\u{400}'..='\u{52F}'
        | '\u{1C80}'..='\u{1C8F}'
        | '\u{2DE0}'..='\u{2DFF}'
        | '\u{A640}'..='\u{A69F}' => "cirílica",
        '\u{530}'..='\u{58F}' => "armenia",
        '\u{590}'..='\u{5FF}' => "hebrea",
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => "árabe",
        '\u{3040}'..='\u{30FF}' => "japonesa",
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}' => "coreana",
        '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' => "china",
        '\u{FF21}'..='\u{FF5A}' => "de ancho doble",
        '\u{1D400}'..='\u{1D7FF}' | '\u{2100}'..='\u{214F}' => "de las matemáticas",
        _ => "de otro alfabeto",
    }
}

/// The Latin letter that a letter is taken for.
fn twin_of(letter: char) -> Option<char> {
    const TWINS: [(&str, &str); 3] = [
        (
            "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ",
            "ABESIJKMHOPCTYXaesijopcyxhdqw",
        ),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ", "ABEZHIKMNOPTYXovp"),
        ("ԱՕՍօոսց", "UOUonug"),
    ];
    if let '\u{FF21}'..='\u{FF5A}' = letter {
        return char::from_u32(u32::from(letter).checked_sub(0xFEE0)?);
    }
    TWINS.iter().find_map(|(foreign, latin)| {
        let place = foreign.chars().position(|it| it == letter)?;
        latin.chars().nth(place)
    })
}

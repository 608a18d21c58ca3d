//! Near spellings: the same sound written otherwise.

/// How a word sounds in Mexican Spanish, so that Gonzales and González, Baldés and Valdez, Ximénez
/// and Jiménez, Leyva and Leiva, Yáñez and Llanes are the same.
pub(super) fn sound(plain: &str) -> String {
    let letters: Vec<char> = plain.chars().collect();
    let mut out = String::with_capacity(plain.len());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        let after = letters.get(at + 2).copied();
        let (heard, read) = heard(*letter, next, after, at == 0);
        if let Some(heard) = heard
            && !out.ends_with(heard)
        {
            out.push(heard);
        }
        at += read;
    }
    out
}

/// What is heard at a letter, and how many letters that takes.
const fn heard(
    letter: char,
    next: Option<char>,
    after: Option<char>,
    is_first: bool,
) -> (Option<char>, usize) {
    let soft = matches!(next, Some('e' | 'i' | 'y'));
    let hard_u = matches!(next, Some('u')) && matches!(after, Some('e' | 'i'));
    match letter {
        'c' if matches!(next, Some('h')) => (Some('C'), 2),
        'p' if matches!(next, Some('h')) => (Some('f'), 2),
        's' if matches!(next, Some('h')) => (Some('s'), 2),
        'c' if soft => (Some('s'), 1),
        'z' => (Some('s'), 1),
        'q' if hard_u => (Some('k'), 2),
        'c' | 'q' => (Some('k'), 1),
        'g' if hard_u => (Some('g'), 2),
        'g' if soft => (Some('j'), 1),
        'x' if is_first && matches!(next, Some('a' | 'e' | 'i')) => (Some('j'), 1),
        'x' => (Some('s'), 1),
        'v' => (Some('b'), 1),
        'w' => (Some('u'), 1),
        'h' => (None, 1),
        'l' if matches!(next, Some('l')) => (Some('y'), 2),
        'y' if !matches!(next, Some('a' | 'e' | 'i' | 'o' | 'u')) => (Some('i'), 1),
        'm' if matches!(next, Some('b' | 'p' | 'v')) => (Some('n'), 1),
        other => (Some(other), 1),
    }
}

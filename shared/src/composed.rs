//! Letters with their accents as one character, as keyboards write them: what files and some
//! telephones take apart is put together again, and apart for search.
//!
//! A table of our own (`docs/decisions/0008-own-text-tables.md`): every Latin letter with one mark
//! that Unicode has as a character, made from its decompositions.

/// A combining mark with the letters that carry it: each plain one, then the same with the mark.
struct Carried {
    mark: char,
    pairs: &'static str,
}

const CARRIED: &[Carried] = &[
    Carried {
        mark: '\u{300}',
        pairs: "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ",
    },
    Carried {
        mark: '\u{301}',
        pairs: concat!(
            "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗ",
            "ÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ",
        ),
    },
    Carried {
        mark: '\u{302}',
        pairs: "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ",
    },
    Carried {
        mark: '\u{303}',
        pairs: "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ",
    },
    Carried {
        mark: '\u{304}',
        pairs: "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ",
    },
    Carried {
        mark: '\u{306}',
        pairs: "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ",
    },
    Carried {
        mark: '\u{307}',
        pairs: concat!(
            "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪ",
            "tṫWẆwẇXẊxẋYẎyẏſẛ",
        ),
    },
    Carried {
        mark: '\u{308}',
        pairs: "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ",
    },
    Carried {
        mark: '\u{309}',
        pairs: "AẢaảEẺeẻIỈiỉOỎoỏUỦuủYỶyỷÂẨâẩĂẲăẳÊỂêểÔỔôổƠỞơởƯỬưử",
    },
    Carried {
        mark: '\u{30A}',
        pairs: "AÅaåUŮuůwẘyẙ",
    },
    Carried {
        mark: '\u{30B}',
        pairs: "OŐoőUŰuű",
    },
    Carried {
        mark: '\u{30C}',
        pairs: "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ",
    },
    Carried {
        mark: '\u{30F}',
        pairs: "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ",
    },
    Carried {
        mark: '\u{311}',
        pairs: "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ",
    },
    Carried {
        mark: '\u{31B}',
        pairs: "OƠoơUƯuư",
    },
    Carried {
        mark: '\u{323}',
        pairs: concat!(
            "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụ",
            "ƯỰưựYỴyỵ",
        ),
    },
    Carried {
        mark: '\u{324}',
        pairs: "UṲuṳ",
    },
    Carried {
        mark: '\u{325}',
        pairs: "AḀaḁ",
    },
    Carried {
        mark: '\u{326}',
        pairs: "SȘsșTȚtț",
    },
    Carried {
        mark: '\u{327}',
        pairs: "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ",
    },
    Carried {
        mark: '\u{328}',
        pairs: "AĄaąEĘeęIĮiįUŲuųOǪoǫ",
    },
    Carried {
        mark: '\u{32D}',
        pairs: "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ",
    },
    Carried {
        mark: '\u{32E}',
        pairs: "HḪhḫ",
    },
    Carried {
        mark: '\u{330}',
        pairs: "EḚeḛIḬiḭUṴuṵ",
    },
    Carried {
        mark: '\u{331}',
        pairs: "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ",
    },
];

/// Letters that other peoples write with a stroke, a hook or a dot of their own.
const STROKED: &str = "ɨiʉuɫlƚlɛeɔoŋnɓbɗdƙkɣgɬløoðdđdħhıiŀlłlŉnŧtƀbƈcƒfƥpƶzǥgɇeɉjɍrɏyɵoẚaⱥa";

/// Every letter as one character with the marks after it, as far as the table has one.
#[must_use]
pub fn composed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let whole = out
            .chars()
            .next_back()
            .and_then(|it| with_mark(it, character));
        match whole {
            Some(whole) => {
                out.pop();
                out.push(whole);
            }
            None => out.push(character),
        }
    }
    out
}

/// The letter below a mark or a stroke; none where the character has neither.
pub(crate) fn without_mark(letter: char) -> Option<char> {
    if !matches!(letter, '\u{C0}'..='\u{1EFF}' | 'ⱥ') {
        return None;
    }
    let marked = CARRIED.iter().flat_map(|it| pairs(it.pairs));
    let marked = marked.map(|(plain, marked)| (marked, plain));
    let mut all = marked.chain(pairs(STROKED));
    all.find(|(marked, _)| *marked == letter)
        .map(|(_, plain)| plain)
}

fn with_mark(letter: char, mark: char) -> Option<char> {
    let carried = CARRIED.iter().find(|it| it.mark == mark)?;
    let mut all = pairs(carried.pairs);
    all.find(|(plain, _)| *plain == letter)
        .map(|(_, marked)| marked)
}

/// The characters of a text two by two.
fn pairs(text: &'static str) -> impl Iterator<Item = (char, char)> {
    let mut characters = text.chars();
    std::iter::from_fn(move || Some((characters.next()?, characters.next()?)))
}

#[cfg(test)]
#[path = "composed_tests.rs"]
mod composed_tests;

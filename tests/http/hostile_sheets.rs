//! Spreadsheets made to do harm: whatever comes, the server answers with what to do about it, saves
//! nothing and keeps its memory.

use std::io::{Cursor, Read as _, Write as _};
use std::time::Duration;

use futures_util::StreamExt as _;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, RngCore as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use reqwest::Method;
use zip::write::SimpleFileOptions;

use super::*;
use builders::World;

const BULK: &str = "/api/v1/capture/bulk";

/// How many in an ordinary run; `cargo xtask hostile` sends thousands.
const FILES: u64 = 400;

/// How much more memory than before the server may ever have taken, in mebibytes: two files read
/// at once, each measured before it is unpacked.
const MEMORY: u64 = 600;

/// Files sent before an hour passes on the server's clock: fewer than it takes of one account.
const AN_HOUR: usize = 1_000;

/// What a detail that helps says.
const ADVICE: [&str; 9] = [
    "Descargue",
    "Guárdelo",
    "guárdelo",
    "Use",
    "Suba",
    "escriba",
    "deje",
    "divídala",
    "Revíselo",
];

/// What the files are made from.
struct Models {
    xlsx: Vec<u8>,
    csv: String,
    bomb: Vec<u8>,
}

on_both!(hostile_sheets_do_no_harm, |server: Server| async move {
    let mut world = World::new(&server).await;
    world.capture_all().await;
    let models = Models::of(&world.operator).await;
    let home = world.operator.get("/api/v1/capture/home").await.json();
    let (audit, versions) = (
        server.rows("audit").await,
        server.rows("section_versions").await,
    );
    let before = server.peak_memory();
    let many = std::env::var("CONOCELES_HOSTILE_SHEETS");
    let many = many.map_or(FILES, |it| it.parse().unwrap());
    let mut refused = 0;
    for first in (0..many).step_by(AN_HOUR) {
        if first > 0 {
            server.advance(Duration::from_secs(3600));
            world.operator = Person::sign_in(&server, "captura.raiz", builders::PASSWORD).await;
        }
        let (models, operator) = (&models, &world.operator);
        let last = many.min(first + AN_HOUR as u64);
        let mut answers = futures_util::stream::iter(first..last)
            .map(|seed| async move { (seed, attack(operator, models, seed).await) })
            .buffer_unordered(4);
        while let Some((seed, answer)) = answers.next().await {
            refused += u64::from(refused_with_help(seed, &answer));
        }
    }
    assert!(refused > many / 4, "the files are not hostile: {refused}");
    assert_eq!(server.rows("audit").await, audit);
    assert_eq!(server.rows("section_versions").await, versions);
    let now = world.operator.get("/api/v1/capture/home").await.json();
    assert_eq!(now["candidacies"], home["candidacies"]);
    let grown = server.peak_memory() - before;
    assert!(grown < MEMORY, "{grown} MiB more than before");
    let _ = writeln!(
        std::io::stderr(),
        "{many} files, {refused} refused, {grown} MiB more at the peak"
    );
});

/// Whether a file was refused; how it may be, and that it helps, is checked.
fn refused_with_help(seed: u64, answer: &conoceles_tests::Answer) -> bool {
    match answer.status.as_u16() {
        200 => false,
        400 | 411 | 412 | 413 | 415 | 422 => {
            let code = answer.code();
            let known = [
                "dry_run_outdated",
                "invalid",
                "too_large",
                "unsupported_media_type",
            ];
            assert!(known.contains(&code.as_str()), "file {seed}: {code}");
            assert!(helps(answer), "file {seed}: {}", answer.text());
            true
        }
        other => panic!("file {seed}: {other}: {}", answer.text()),
    }
}

/// Whether a refusal says what to do.
fn helps(answer: &conoceles_tests::Answer) -> bool {
    let problem = answer.json();
    let errors = problem["errors"].as_array().cloned().unwrap_or_default();
    let details = errors.iter().map(|it| &it["detail"]);
    let said = details.chain([&problem["detail"]]);
    said.filter_map(|it| it.as_str())
        .any(|it| ADVICE.iter().any(|word| it.contains(word)))
}

/// Sends one file: most to the dry run, some for an annotated copy, some to be saved under a hash
/// that no dry run gave.
async fn attack(operator: &Person, models: &Models, seed: u64) -> conoceles_tests::Answer {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let file = models.file(&mut dice);
    let kinds = ["text/csv", "application/zip", "image/png", "nonsense", ""];
    let kind = *kinds.choose(&mut dice).unwrap();
    let hash = format!("\"{:064x}\"", dice.next_u64());
    let (path, headers) = match seed % 7 {
        0 => ("annotated", vec![("content-type", kind)]),
        1 => (
            "commit",
            vec![("content-type", kind), ("if-match", hash.as_str())],
        ),
        _ => ("dry-run", vec![("content-type", kind)]),
    };
    operator
        .send(
            Method::POST,
            &format!("{BULK}/{path}"),
            &headers,
            Some(file),
        )
        .await
}

impl Models {
    async fn of(operator: &Person) -> Self {
        let template = |ending| format!("{BULK}/template.{ending}");
        let xlsx = operator.get(&template("xlsx")).await.bytes;
        let csv = operator.get(&template("csv")).await.text();
        let mut bomb = parts(&xlsx);
        for (name, bytes) in &mut bomb {
            if name.ends_with("sheet1.xml") {
                // A quarter of a gigabyte of nothing, in a quarter of a megabyte.
                let at = find(bytes, b"<sheetData>").unwrap_or(bytes.len());
                bytes.splice(at..at, vec![b' '; 256 << 20]);
            }
        }
        Self {
            bomb: packed(&bomb),
            xlsx,
            csv,
        }
    }

    fn file(&self, dice: &mut ChaCha8Rng) -> Vec<u8> {
        match dice.random_range(0..100) {
            0..15 => truncated(&self.xlsx, dice),
            15..30 => flipped(&self.xlsx, dice),
            30..55 => self.workbook(dice),
            55..57 => self.bomb.clone(),
            57..65 => mislabelled(dice),
            65..80 => self.encoded(dice),
            _ => self.table(dice),
        }
    }

    /// A workbook whose parts are not what they should be.
    fn workbook(&self, dice: &mut ChaCha8Rng) -> Vec<u8> {
        let mut parts = parts(&self.xlsx);
        for _ in 0..dice.random_range(1..4) {
            let at = dice.random_range(0..parts.len());
            match dice.random_range(0..10) {
                0 if parts.len() > 1 => drop(parts.remove(at)),
                1 => parts[at].0 = "../../../../etc/passwd".to_owned(),
                2 => parts[at].0 = format!("xl/worksheets/{}.xml", "a".repeat(5000)),
                3 => parts[at].1 = truncated(&parts[at].1, dice),
                4 => parts[at].1 = flipped(&parts[at].1, dice),
                5 => {
                    let other = parts[dice.random_range(0..parts.len())].1.clone();
                    parts[at].1 = other;
                }
                _ => {
                    let harm = harmful(dice);
                    let bytes = &mut parts[at].1;
                    let gaps: Vec<usize> =
                        (0..bytes.len()).filter(|it| bytes[*it] == b'<').collect();
                    let gap = gaps.choose(dice).copied().unwrap_or(0);
                    bytes.splice(gap..gap, harm);
                }
            }
        }
        packed(&parts)
    }

    /// The table in an encoding that was not asked for.
    fn encoded(&self, dice: &mut ChaCha8Rng) -> Vec<u8> {
        let text = &self.csv;
        match dice.random_range(0..7) {
            0 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            1 => [0xff, 0xfe]
                .into_iter()
                .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
                .collect(),
            2 => [0xfe, 0xff]
                .into_iter()
                .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
                .collect(),
            3 => text
                .chars()
                .map(|it| u32::from(it).to_le_bytes()[0])
                .collect(),
            4 => flipped(text.as_bytes(), dice),
            5 => truncated(text.as_bytes(), dice),
            _ => text.replace(',', "\0,").into_bytes(),
        }
    }

    /// The table with cells, columns and rows that nobody asked for.
    fn table(&self, dice: &mut ChaCha8Rng) -> Vec<u8> {
        let mut lines: Vec<String> = self.csv.lines().map(str::to_owned).collect();
        let at = dice.random_range(0..lines.len());
        match dice.random_range(0..9) {
            0 => lines[at].push('"'),
            1 => lines[at].push_str(&",x".repeat(100_000)),
            2 => lines[at].push_str(&format!(",{}", "ñ".repeat(1_000_000))),
            3 => lines.extend(std::iter::repeat_n(lines[at].clone(), 3000)),
            4 => lines[0] = lines[0].to_uppercase(),
            5 => lines[0] = lines[0].replace(',', ";"),
            6 => drop(lines.remove(0)),
            7 => lines[at] = lines[at].replace("http", "=HYPERLINK(\"//x\")&cmd|' /C calc'!A0"),
            _ => lines[at] = lines[at].replace(|it: char| it.is_ascii_digit(), "\u{202e}9"),
        }
        let ending = ["\n", "\r", "\r\n", "\n\r", "\u{2028}"];
        lines.join(ending.choose(dice).unwrap()).into_bytes()
    }
}

fn truncated(bytes: &[u8], dice: &mut ChaCha8Rng) -> Vec<u8> {
    bytes[..dice.random_range(0..=bytes.len())].to_vec()
}

fn flipped(bytes: &[u8], dice: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if bytes.is_empty() {
        return bytes;
    }
    for _ in 0..dice.random_range(1..30) {
        let at = dice.random_range(0..bytes.len());
        bytes[at] ^= 1 << dice.random_range(0..8);
    }
    bytes
}

fn mislabelled(dice: &mut ChaCha8Rng) -> Vec<u8> {
    let beginnings: [&[u8]; 9] = [
        b"",
        b"\xef\xbb\xbf",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x1f\x8b\x08",
        b"<html><script>alert(1)</script>",
        b"PK\x03\x04",
        b"PK\x05\x06",
    ];
    let mut bytes = beginnings.choose(dice).unwrap().to_vec();
    let mut noise = vec![0; dice.random_range(0..5000)];
    dice.fill_bytes(&mut noise);
    bytes.extend(noise);
    bytes
}

/// XML that a careless reader believes.
fn harmful(dice: &mut ChaCha8Rng) -> Vec<u8> {
    match dice.random_range(0..11) {
        0 => b"<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>&b;".to_vec(),
        1 => b"<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>&f;".to_vec(),
        2 => b"<dimension ref=\"A1:XFD1048576\"/>".to_vec(),
        3 => b"<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>".to_vec(),
        4 => b"<row r=\"4294967295\"><c r=\"AAAAAAAA99999999\"><v>1</v></c></row>".to_vec(),
        5 => b"<c r=\"B2\" t=\"s\"><v>999999999</v></c>".to_vec(),
        6 => b"<c r=\"B2\" t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>=1+1</v></c>".to_vec(),
        7 => b"<c r=\"B2\"><v>1e400</v></c><c r=\"B2\" t=\"d\"><v>9999-99-99</v></c>".to_vec(),
        8 => b"<a>".repeat(20_000),
        9 => b"\xff\xfe\x00\x00\xed\xa0\x80".to_vec(),
        _ => b"<c r=\"B2\" t=\"inlineStr\"><is><t>".to_vec(),
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|it| it == what)
}

fn parts(xlsx: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(xlsx)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// Packs parts; of two with one name the second is left out.
fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        if archive
            .start_file(name.as_str(), SimpleFileOptions::default())
            .is_ok()
        {
            archive.write_all(bytes).unwrap();
        }
    }
    archive.finish().unwrap().into_inner()
}

use super::*;

fn codes(curp: &str, birth: &str) -> Vec<&'static str> {
    let found = curp_troubles(&tidy_key(curp), Some(birth.parse().unwrap()));
    found.into_iter().map(|it| it.code).collect()
}

fn doubts(curp: &str, birth: &str, sex: Sex) -> usize {
    curp_doubts(&tidy_key(curp), Some(birth.parse().unwrap()), sex).len()
}

#[test]
fn a_curp_that_is_one_is_taken_however_it_is_written() {
    for (curp, birth, sex) in [
        ("TEBX800315MMCRLM04", "1980-03-15", Sex::Woman),
        ("tebx 800315-mmcrlm04", "1980-03-15", Sex::Woman),
        ("\u{200B}TEBX800315MMCRLM04\u{A0}", "1980-03-15", Sex::Woman),
        ("TEBX050315MMCRLMA1", "2005-03-15", Sex::Woman),
        ("NAQU790822XNERJL02", "1979-08-22", Sex::NonBinary),
        ("OXPA851201HYNYCN05", "1985-12-01", Sex::Man),
    ] {
        assert_eq!(codes(curp, birth), [""; 0], "{curp}");
        assert_eq!(doubts(curp, birth, sex), 0, "{curp}");
    }
}

#[test]
fn what_is_wrong_is_told_by_place_and_never_repeated() {
    for (curp, code) in [
        ("TEBX900230MMCRLM06", "invalid_date"),
        ("TEBX801315MMCRLM06", "invalid_date"),
        ("TEBX800315MZZRLM02", "unknown_entity"),
        ("TEBX800315MMCRLM05", "check_digit"),
        ("ÑEBX800315MMCRLM05", "invalid_format"),
        ("TEBX8O0315MMCRLM04", "invalid_format"),
        ("TEBX80031SMMCRLM04", "invalid_format"),
        ("TEBX800315AMCRLM04", "invalid_format"),
        ("TEBX800315MMCRLM", "length"),
        ("XEXX000101HNEXXXA7", "generic"),
    ] {
        let found = curp_troubles(curp, None);
        let of: Vec<_> = found.iter().map(|it| it.code).collect();
        assert_eq!(of, [code], "{curp}");
        for run in curp.as_bytes().windows(4) {
            let run = std::str::from_utf8(run).unwrap_or("\u{0}");
            assert!(
                !found[0].detail.contains(run),
                "{curp}: {}",
                found[0].detail
            );
        }
    }
    let place = |curp: &str| curp_troubles(curp, None)[0].detail.clone();
    assert!(place("TEBX8O0315MMCRLM04").contains("lugar 6 está la letra O"));
    assert!(place("TEBX80031IMMCRLM04").contains("lugar 10 está la letra I"));
    assert!(
        place("TEB\u{425}800315MMCRLM04")
            .contains("lugar 4 está «\u{425}», que es una letra cirílica")
    );
    // The check digit is the same with a zero: only a remark can tell.
    let told = curp_doubts("TEBX800315MMCRLMO4", None, Sex::Woman);
    assert!(told[0].contains("lugar 17 de la CURP está la letra O: ¿es un cero?"));
    assert!(place("ÑEBX800315MMCRLM05").contains("se escribe X"));
    assert!(place("TEBX800315MMCRLM").contains("18 caracteres y hay 16"));
    assert_eq!(codes("TEBX800315MMCRLM04", "1981-03-15"), ["conflict"]);
}

#[test]
fn doubts_never_block() {
    for (curp, birth, sex) in [
        ("TEBX050315MMCRLM01", "2005-03-15", Sex::Woman),
        ("NAQU790822XNERJLA2", "1979-08-22", Sex::NonBinary),
        ("TEBX800315HMCRLM04", "1980-03-15", Sex::Woman),
    ] {
        assert_eq!(doubts(curp, birth, sex), 1, "{curp}");
        assert_eq!(codes(curp, birth), [""; 0], "{curp}");
    }
}

#[test]
fn twenty_ninth_of_february_is_a_day_of_one_century() {
    let date = |curp: &str| {
        curp_troubles(curp, None)
            .iter()
            .any(|it| it.code == "invalid_date")
    };
    assert!(!date("TEBX000229MMCRLMA0"));
    assert!(date("TEBX010229MMCRLMA0"));
}

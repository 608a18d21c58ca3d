use super::*;

const LIMITS: Limits = Limits {
    rows: 10,
    columns: 10,
    expanded: 1_000,
    text: 1_000,
    old_workbooks: true,
};

#[test]
fn a_file_is_told_by_its_content() {
    let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>CARGO";
    let sheet = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
        <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
    let parts = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x";
    for (bytes, kind) in [
        (page.as_bytes(), Kind::Html),
        (b"\xEF\xBB\xBF <!DOCTYPE html><p>", Kind::Html),
        (b"<table><tr><td>", Kind::Html),
        (sheet.as_bytes(), Kind::Xml2003),
        (b"<?xml version=\"1.0\"?><datos/>", Kind::Xml),
        (parts.as_bytes(), Kind::Mhtml),
        (b"%PDF-1.7", Kind::Pdf),
        (b"{\\rtf1", Kind::Rtf),
        (b"[{\"CARGO\": 1}]", Kind::Json),
        (b"\x89PNG\r\n", Kind::Picture),
        (b"\x1f\x8b\x08", Kind::Archive),
        (b"a\0\x01\x02\x03\0", Kind::Binary),
        (b"", Kind::Empty),
        (b"CARGO,ENTIDAD\n", Kind::Text),
    ] {
        assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
        let told = kind.refusal(&LIMITS);
        assert_eq!(told.is_none(), kind == Kind::Text, "{told:?}");
    }
    let wide: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(Kind::of(&wide), Kind::Html);
}

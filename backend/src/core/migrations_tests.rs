use std::fs;
use std::path::Path;

use super::*;

#[test]
fn every_file_of_the_folder_is_in_the_list_under_its_own_number_and_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).unwrap();
            (entry.file_name().into_string().unwrap(), text)
        })
        .collect();
    files.sort();
    let listed: Vec<_> = MIGRATIONS
        .iter()
        .map(|(number, description, sql)| {
            let name = format!("{number:04}_{}.sql", description.replace(' ', "_"));
            (name, (*sql).to_owned())
        })
        .collect();
    assert_eq!(listed, files);
}

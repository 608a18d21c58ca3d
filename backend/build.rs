//! Makes the folders of the client bundles exist, so that the server compiles before they are
//! built; `cargo xtask` fills them.

fn main() -> std::io::Result<()> {
    for bundle in ["portal", "desk"] {
        std::fs::create_dir_all(format!("../dist/{bundle}"))?;
    }
    println!("cargo::rerun-if-changed=../dist");
    Ok(())
}

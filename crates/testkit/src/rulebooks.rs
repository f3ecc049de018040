//! The rulebooks that the product ships with.

use std::{collections::BTreeMap, fs, path::Path};

use rochdale_core::rulebook::Bundle;

/// The bylaws of CoAssembly.
pub fn coassembly() -> Bundle {
    shipped("coassembly")
}

/// The bylaws of Cooperate Connecticut.
pub fn cooperate_connecticut() -> Bundle {
    shipped("cooperate-connecticut")
}

/// The files of a rulebook in the repository.
pub fn shipped(name: &str) -> Bundle {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks").join(name);
    let mut files = BTreeMap::new();
    collect(&folder, "", &mut files);
    Bundle(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("the folder of a shipped rulebook") {
        let entry = entry.expect("an entry of the folder");
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read_to_string(entry.path()).expect("a file of the rulebook"));
        }
    }
}

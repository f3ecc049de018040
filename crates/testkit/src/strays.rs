//! Snapshots that no test takes any more.

use std::{fs, path::Path};

/// The snapshots below a folder of tests that nothing compares with: where the module that one says it comes from does
/// not stand beside its folder, or does not write out its name. A name that is put together from parts is not found this
/// way; whoever does so keeps those snapshots in a folder of their own and holds it themselves.
pub fn strays(tests: &Path) -> Vec<String> {
    let mut found = Vec::new();
    collect(tests, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of tests") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "snap") && !is_taken(&path) {
            found.push(path.display().to_string());
        }
    }
}

/// Whether the module that a snapshot names stands above its folder and takes a snapshot of its name.
fn is_taken(snapshot: &Path) -> bool {
    let text = fs::read_to_string(snapshot).expect("a snapshot");
    let source = text.lines().find_map(|line| line.strip_prefix("source: "));
    let source = source.and_then(|source| Path::new(source).file_name());
    let stem = snapshot.file_stem().and_then(|stem| stem.to_str());
    let name = stem.and_then(|stem| stem.rsplit("__").next());
    let beside = snapshot.parent().and_then(Path::parent);
    let (Some(source), Some(name), Some(beside)) = (source, name, beside) else { return false };
    let quoted = format!("\"{name}\"");
    let writes_it = |file: &Path| fs::read_to_string(file).is_ok_and(|code| code.contains(&quoted));
    // The head of a module may take snapshots for the files of its folder.
    let is_head = source == "mod.rs" && beside.join(source).exists();
    writes_it(&beside.join(source))
        || is_head
            && fs::read_dir(beside)
                .expect("a folder of tests")
                .flatten()
                .any(|entry| writes_it(&entry.path()))
}

//! A server of mail on this machine.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

/// Debian's own: another may stand before it in the path, and knows nothing of Debian's packages.
const PYTHON: &str = "/usr/bin/python3";

/// Debian's aiosmtpd, serving until it is dropped.
pub struct MailServer {
    child: Child,
    folder: TempDir,
    pub url: String,
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl MailServer {
    /// A server with this manner; `None`, said aloud, where this machine has none.
    pub fn that(manner: &str, test: &str) -> Option<Self> {
        let has = Command::new(PYTHON).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        if !has.is_ok_and(|status| status.success()) {
            // Not println!, which the test runner keeps to itself.
            let mut stdout = std::io::stdout();
            writeln!(stdout, "skipped: {test}: no server of mail (python3-aiosmtpd)").unwrap();
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(PYTHON)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/server.py"))
            .arg(folder.path())
            .arg(manner)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut port = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut port).unwrap();
        Some(Self { child, folder, url: format!("smtp://127.0.0.1:{}", port.trim()) })
    }

    /// The mails that it has taken.
    pub fn mails(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
    }
}

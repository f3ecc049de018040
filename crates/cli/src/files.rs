//! Files that a verb reads or writes.

use std::{
    fs::File,
    io::{BufReader, ErrorKind, Write},
    path::{Path, PathBuf},
};

use rochdale_register::Fault;

use crate::failure::Failure;

/// A file that is written anew. All of it stands there once it is kept; until then, and where writing it failed,
/// nothing does: half a file under its name would pass for a whole one, and keep the next try from its name.
pub struct NewFile {
    file: File,
    path: PathBuf,
    is_kept: bool,
}

impl NewFile {
    /// Makes the file, which must not be there yet; `what` is what is never written over.
    pub fn make(path: &Path, what: &str) -> Result<Self, Failure> {
        let file = File::create_new(path).map_err(|error| {
            let why = match error.kind() {
                ErrorKind::AlreadyExists => "there already is a file of this name".to_owned(),
                _ => format!("the file cannot be made: {error}"),
            };
            Failure::not_understood(
                why,
                path.display().to_string(),
                format!("choose a new name in a folder that may be written: {what} is never written over"),
            )
        })?;
        Ok(Self { file, path: path.to_owned(), is_kept: false })
    }

    /// The same with these bytes in it, on the disk.
    pub fn of(path: &Path, what: &str, bytes: &[u8]) -> Result<Self, Failure> {
        let mut file = Self::make(path, what)?;
        let written = file.write_all(bytes).and_then(|()| file.file.sync_all());
        written.map_err(|error| file.not_written(&error))?;
        Ok(file)
    }

    /// What it is called.
    pub fn place(&self) -> String {
        self.path.display().to_string()
    }

    /// Keeps it, once it is on the disk; gives what it is called.
    pub fn keep(mut self) -> Result<String, Failure> {
        self.file.sync_all().map_err(|error| self.not_written(&error))?;
        self.is_kept = true;
        Ok(self.place())
    }

    fn not_written(&self, error: &std::io::Error) -> Failure {
        not_written(&self.place(), error)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.is_kept {
            // Nobody but this program has made it. Where it cannot be removed, what failed before is told.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// What was to be written to `place` could not be.
pub fn not_written(place: &str, error: &std::io::Error) -> Failure {
    Failure::Fault(Fault {
        what: format!("the file cannot be written: {error}"),
        place: place.to_owned(),
        mend: "Make room or choose another place, and ask again; nothing of the file is left.".to_owned(),
    })
}

/// What standard output is called.
pub const STANDARD_OUTPUT: &str = "standard output";

/// Whether a name stands for standard output.
pub fn is_standard_output(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The file at `path` for reading, and what it is called.
pub fn to_read(path: &Path) -> Result<(BufReader<File>, String), Failure> {
    let place = path.display().to_string();
    let opened = File::open(path).and_then(|file| match file.metadata()?.is_dir() {
        true => Err(ErrorKind::IsADirectory.into()),
        false => Ok(file),
    });
    let file = opened.map_err(|error| Failure::not_readable(&place, &error))?;
    Ok((BufReader::new(file), place))
}

//! How far something is, on a terminal.

use std::io::{IsTerminal, Write};

/// A bar on standard error, where somebody looks at it.
pub struct Bar {
    of: usize,
    is_shown: bool,
}

const WIDTH: usize = 40;

impl Bar {
    /// A bar of so many steps. None is shown where standard error is no terminal.
    pub fn of(of: usize) -> Self {
        Self { of, is_shown: std::io::stderr().is_terminal() }
    }

    /// Shows how many steps are done.
    pub fn show(&self, done: usize) {
        if self.is_shown {
            // Whoever does not see it loses nothing.
            let _ = write!(std::io::stderr(), "\r{}", self.drawn(done));
        }
    }

    /// Takes it off the terminal.
    pub fn end(&self) {
        if self.is_shown {
            let _ = write!(std::io::stderr(), "\r{}\r", " ".repeat(self.drawn(self.of).len()));
        }
    }

    fn drawn(&self, done: usize) -> String {
        let full = done * WIDTH / self.of.max(1);
        format!("[{}{}] {done} of {}", "#".repeat(full), ".".repeat(WIDTH.saturating_sub(full)), self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fills_from_left_to_right() {
        let bar = Bar { of: 200, is_shown: false };
        assert_eq!(bar.drawn(0), format!("[{}] 0 of 200", ".".repeat(40)));
        assert_eq!(bar.drawn(100), format!("[{}{}] 100 of 200", "#".repeat(20), ".".repeat(20)));
        assert_eq!(bar.drawn(200), format!("[{}] 200 of 200", "#".repeat(40)));
    }
}

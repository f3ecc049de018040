//! What stands between the cells of a row.

use csv::{ReaderBuilder, StringRecord};

/// What stands between the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Separator {
    /// A comma.
    Comma,
    /// A semicolon, as where the comma is in decimals.
    Semicolon,
    /// A tab, as in "Unicode text".
    Tab,
}

/// How many rows are looked at.
const ROWS_LOOKED_AT: usize = 40;

impl Separator {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Separator; 3] = [Separator::Comma, Separator::Semicolon, Separator::Tab];

    /// Its name.
    pub fn id(self) -> &'static str {
        match self {
            Separator::Comma => "comma",
            Separator::Semicolon => "semicolon",
            Separator::Tab => "tab",
        }
    }

    /// The one of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    pub(crate) fn byte(self) -> u8 {
        match self {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        }
    }

    /// The one that Excel is told by a first line such as `sep=;`, with what comes after that line.
    pub(crate) fn told(text: &str) -> Option<(Self, &str)> {
        let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
        let separator = Self::ALL.into_iter().find(|one| rest.as_bytes().first() == Some(&one.byte()))?;
        Some((separator, rest[1..].trim_start_matches(['\r', '\n'])))
    }

    /// The one by which the most rows have the same number of cells, and more than one.
    pub(crate) fn of(text: &str) -> Self {
        let fit = |separator: &Separator| {
            let mut reader = reader(text, *separator);
            let mut widths: Vec<usize> = Vec::new();
            let mut record = StringRecord::new();
            while widths.len() < ROWS_LOOKED_AT && reader.read_record(&mut record).unwrap_or(false) {
                widths.push(record.len());
            }
            let fits = |width: usize| widths.iter().filter(|one| **one == width).count();
            widths
                .iter()
                .filter(|width| **width > 1)
                .map(|width| (fits(*width), *width))
                .max()
                .unwrap_or_default()
        };
        // The first of those that fit alike.
        Self::ALL.into_iter().rev().max_by_key(fit).unwrap_or(Separator::Comma)
    }
}

/// A reader of rows as they stand: of any width, with line breaks in quotes.
pub(crate) fn reader(text: &str, separator: Separator) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_makes_rows_of_one_width() {
        let of = Separator::of;
        assert_eq!(of("Name,Place\n\"Rivera, Ana\",Hartford\n"), Separator::Comma);
        assert_eq!(
            of("Nombre;Lugar\nJosé, el de Mataró;Mataró\nAna;Cádiz, casco viejo\n"),
            Separator::Semicolon
        );
        assert_eq!(of("Name\tPlace\nAna\tNew Haven, CT; downtown\n"), Separator::Tab);
        assert_eq!(of("Name\nAna\n"), Separator::Comma, "one column needs none");
        assert_eq!(of(""), Separator::Comma);
        assert_eq!(Separator::told("sep=;\r\nNombre;Lugar"), Some((Separator::Semicolon, "Nombre;Lugar")));
        assert_eq!(Separator::told("separate;lists"), None);
    }
}

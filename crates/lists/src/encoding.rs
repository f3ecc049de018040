//! From the bytes of a file to its text.

use encoding_rs::{BIG5, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How a file writes its characters. These are read: what spreadsheets of our time write, and what older
/// ones wrote where English, Spanish and Traditional Chinese are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8, with a mark at its beginning or without.
    Utf8,
    /// UTF-16 with the low byte first, as Excel's "Unicode text".
    Utf16Le,
    /// UTF-16 with the high byte first.
    Utf16Be,
    /// Big5, as older Excel writes Traditional Chinese.
    Big5,
    /// Windows-1252, as older Excel writes English and Spanish.
    Windows1252,
}

impl Encoding {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Encoding; 5] =
        [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Big5, Encoding::Windows1252];

    /// Its name, as people who exchange files know it.
    pub fn id(self) -> &'static str {
        self.reader().1
    }

    /// The one of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id().eq_ignore_ascii_case(id))
    }

    fn reader(self) -> (&'static encoding_rs::Encoding, &'static str) {
        match self {
            Encoding::Utf8 => (UTF_8, "UTF-8"),
            Encoding::Utf16Le => (UTF_16LE, "UTF-16LE"),
            Encoding::Utf16Be => (UTF_16BE, "UTF-16BE"),
            Encoding::Big5 => (BIG5, "Big5"),
            Encoding::Windows1252 => (WINDOWS_1252, "Windows-1252"),
        }
    }

    /// The text of `bytes`; what cannot be read is the character U+FFFD.
    pub fn text(self, bytes: &[u8]) -> String {
        self.reader().0.decode_with_bom_removal(bytes).0.into_owned()
    }

    /// The one that a file is most likely written in. A mark at the beginning says it; else bytes that are
    /// UTF-8 are, since hardly anything else is by chance.
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => return Encoding::Utf8,
            [0xff, 0xfe, ..] => return Encoding::Utf16Le,
            [0xfe, 0xff, ..] => return Encoding::Utf16Be,
            _ => {}
        }
        let start = &bytes[..bytes.len().min(LOOKED_AT)];
        // A comma, a line end, a digit: in UTF-16 every one of them has a zero beside it.
        let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
        match (zeros(0), zeros(1)) {
            (high, low) if low > high && low * 8 > start.len() / 2 => return Encoding::Utf16Le,
            (high, low) if high > low && high * 8 > start.len() / 2 => return Encoding::Utf16Be,
            _ => {}
        }
        if std::str::from_utf8(bytes).is_ok() {
            Encoding::Utf8
        } else if is_big5(bytes) {
            Encoding::Big5
        } else {
            Encoding::Windows1252
        }
    }
}

/// How many bytes are looked at where a few say enough.
const LOOKED_AT: usize = 4096;

/// Whether the bytes are Chinese in Big5 and not Western European. The accented letters of Windows-1252
/// are pairs of Big5 too, with the letter that comes after them. But they stand high (`é` is E9), where
/// Big5 has its rare characters; the common ones begin with A4 to C6, and in a list of names most are.
fn is_big5(bytes: &[u8]) -> bool {
    let (mut common, mut rare, mut at) = (0_usize, 0_usize, 0);
    while at < bytes.len() {
        let (lead, trail) = (bytes[at], bytes.get(at + 1).copied().unwrap_or(0));
        if lead < 0x80 {
            at += 1;
            continue;
        }
        if !matches!(trail, 0x40..=0x7e | 0xa1..=0xfe) {
            return false;
        }
        if matches!(lead, 0xa1..=0xc6) {
            common += 1
        } else {
            rare += 1
        }
        at += 2;
    }
    common > rare
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(encoding: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    const SPANISH: &str = "Nombre;Correo;Lugar\nJosé Peña;jose@example.org;Mataró\nÁngela Muñoz;;Cádiz\n";
    const CHINESE: &str = "姓名,信箱,所在地\n林小美,mei@example.org,台北市\n陳大文,,高雄市\n";

    #[test]
    fn what_spreadsheets_write_is_told_apart() {
        assert_eq!(Encoding::of(SPANISH.as_bytes()), Encoding::Utf8);
        assert_eq!(Encoding::of(&written(WINDOWS_1252, SPANISH)), Encoding::Windows1252);
        assert_eq!(Encoding::of(&written(BIG5, CHINESE)), Encoding::Big5);
        for text in [SPANISH, CHINESE] {
            assert_eq!(Encoding::of(&utf16(text, u16::to_le_bytes)), Encoding::Utf16Le);
            assert_eq!(Encoding::of(&utf16(text, u16::to_be_bytes)), Encoding::Utf16Be);
            let marked = format!("\u{feff}{text}");
            assert_eq!(Encoding::of(&utf16(&marked, u16::to_be_bytes)), Encoding::Utf16Be);
            assert_eq!(Encoding::of(marked.as_bytes()), Encoding::Utf8);
        }
    }

    #[test]
    fn the_text_is_what_was_written() {
        let read = |bytes: &[u8]| Encoding::of(bytes).text(bytes);
        assert_eq!(read(&written(WINDOWS_1252, SPANISH)), SPANISH);
        assert_eq!(read(&written(BIG5, CHINESE)), CHINESE);
        assert_eq!(read(format!("\u{feff}{CHINESE}").as_bytes()), CHINESE, "the mark is no text");
        assert_eq!(read(&utf16(&format!("\u{feff}{SPANISH}"), u16::to_le_bytes)), SPANISH);
        assert_eq!(Encoding::Big5.text(b"\xff\xff"), "\u{fffd}\u{fffd}", "what cannot be read shows");
    }
}

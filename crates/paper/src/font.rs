//! The font: Noto Sans TC, which has the letters of English and Spanish and the characters of Traditional
//! Chinese. Its licence stands beside it in `fonts/`.

use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

/// The file.
pub(crate) static FILE: &[u8] = include_bytes!("../fonts/NotoSansTC-Regular.otf");

/// The font as text is measured with it.
pub(crate) struct Font {
    characters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
    units: i32,
}

/// A character as the font draws it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// Its number in the font.
    pub glyph: u32,
    /// How wide it is, in units of the font.
    pub width: i32,
}

impl Font {
    /// The font; `None` where the file is none, which the tests of this crate rule out.
    pub fn open() -> Option<Self> {
        let font = FontRef::from_index(FILE, 0).ok()?;
        let units = i32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Self { characters: font.charmap(), widths, units })
    }

    /// How many of its units the size of the font is.
    pub fn units(&self) -> i32 {
        self.units
    }

    /// A character as the font draws it; `None` where it does not have it. The narrow space that stands before
    /// "AM" in times of day is drawn as the other space that does not break.
    pub fn drawn(&self, character: char) -> Option<Drawn> {
        let character = if character == '\u{202f}' { '\u{a0}' } else { character };
        let glyph = self.characters.map(character).filter(|glyph| *glyph != GlyphId::NOTDEF)?;
        // Advances are whole units.
        #[allow(clippy::cast_possible_truncation, reason = "widths are small")]
        let width = self.widths.advance_width(glyph)? as i32;
        Some(Drawn { glyph: glyph.to_u32(), width })
    }

    /// How wide a text is at a size, in thousandths of a point. What the font lacks is as wide as the sign for it.
    pub fn width(&self, text: &str, size: i32) -> i32 {
        self.scaled(self.advance(text), size)
    }

    /// How wide a text is, in units of the font.
    pub fn advance(&self, text: &str) -> i64 {
        text.chars().map(|one| i64::from(self.drawn(one).map_or(self.units, |drawn| drawn.width))).sum()
    }

    /// So many units of the font at a size, in thousandths of a point.
    pub fn scaled(&self, units: i64, size: i32) -> i32 {
        i32::try_from(units * i64::from(size) / i64::from(self.units)).unwrap_or(i32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_the_letters_of_all_our_languages() {
        let font = Font::open().unwrap();
        for one in "AZaz09 áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’–—…·,.;:()#@〓林怡君堃喆犇淼瑀龘、。（）".chars()
        {
            assert!(font.drawn(one).is_some(), "{one}");
        }
        assert!(font.drawn('ᚠ').is_none(), "what it lacks is not drawn as something else");
    }

    #[test]
    fn chinese_characters_are_square() {
        let font = Font::open().unwrap();
        assert_eq!(font.width("林怡君", 10_000), 30_000);
        assert!(font.width("iii", 10_000) < font.width("mmm", 10_000));
    }
}

//! In which language somebody is written to.

use rochdale_core::values::{Language, PartyId, Slug};

use crate::{
    database::{Database, on_database},
    fault::Fault,
};

impl Database {
    /// Keeps the language that a person of `organization` chose.
    pub async fn choose_language(
        &self,
        organization: &Slug,
        party: PartyId,
        language: &Language,
    ) -> Result<(), Fault> {
        const SQL: &str = "INSERT INTO reader (organization, party, language) VALUES ($1, $2, $3) \
            ON CONFLICT (organization, party) DO UPDATE SET language = excluded.language";
        on_database!(self,
        pool => {
            sqlx::query(SQL)
                .bind(organization.as_str())
                .bind(i64::from(party.0))
                .bind(language.as_str())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
        },
        memory => {
            memory.beside().readers.insert((organization.clone(), party), language.clone());
        });
        Ok(())
    }

    /// The language that a person of `organization` chose last; `None` if they never chose any.
    pub async fn language_of(&self, organization: &Slug, party: PartyId) -> Result<Option<Language>, Fault> {
        const SQL: &str = "SELECT language FROM reader WHERE organization = $1 AND party = $2";
        let found: Option<String> = on_database!(self,
            pool => sqlx::query_scalar(SQL)
                .bind(organization.as_str())
                .bind(i64::from(party.0))
                .fetch_optional(pool)
                .await
                .map_err(|error| self.fault(&error))?,
            memory => return Ok(memory.beside().readers.get(&(organization.clone(), party)).cloned()));
        Ok(found.map(|language| Language::new(&language)))
    }
}

//! What a browser was asked and has not answered yet: kept on the server, taken once, for minutes.

use jiff::{SignedDuration, Timestamp};

use crate::{
    Secret,
    database::{Database, on_database},
    fault::Fault,
};

/// How long a browser has to answer.
const ANSWERED_WITHIN: SignedDuration = SignedDuration::from_mins(5);

/// What a browser is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// To make a passkey.
    MakePasskey,
    /// To use one.
    UsePasskey,
}

impl Question {
    fn text(self) -> &'static str {
        match self {
            Question::MakePasskey => "make-passkey",
            Question::UsePasskey => "use-passkey",
        }
    }
}

/// What was asked.
pub struct Asked {
    question: Question,
    body: String,
    /// From when on an answer comes too late.
    pub expires: Timestamp,
}

impl Database {
    /// Keeps what the answer of a browser will be checked against, and gives the secret by which the
    /// browser says what it answers.
    pub async fn ask(&self, question: Question, body: &str, now: Timestamp) -> Result<Secret, Fault> {
        const SQL: &str =
            "INSERT INTO challenge (secret_hash, purpose, body, expires) VALUES ($1, $2, $3, $4)";
        let secret = Secret::draw();
        let id = secret.hash();
        let expires = now.checked_add(ANSWERED_WITHIN).unwrap_or(Timestamp::MAX);
        on_database!(self,
        pool => {
            sqlx::query(SQL)
                .bind(&id.0[..])
                .bind(question.text())
                .bind(body)
                .bind(expires.as_microsecond())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
        },
        memory => {
            memory.beside().challenges.insert(id, Asked { question, body: body.to_owned(), expires });
        });
        Ok(secret)
    }

    /// Takes what was kept when `question` was asked, if it is not too late. It is gone then: nothing is
    /// answered twice.
    pub async fn answered(
        &self,
        question: Question,
        secret: &Secret,
        now: Timestamp,
    ) -> Result<Option<String>, Fault> {
        const SQL: &str =
            "DELETE FROM challenge WHERE secret_hash = $1 AND purpose = $2 RETURNING body, expires";
        let id = secret.hash();
        let found: Option<(String, i64)> = on_database!(self,
        pool => sqlx::query_as(SQL)
            .bind(&id.0[..])
            .bind(question.text())
            .fetch_optional(pool)
            .await
            .map_err(|error| self.fault(&error))?,
        memory => {
            let mut beside = memory.beside();
            let is_asked = beside.challenges.get(&id).is_some_and(|asked| asked.question == question);
            let asked = if is_asked { beside.challenges.remove(&id) } else { None };
            asked.map(|asked| (asked.body, asked.expires.as_microsecond()))
        });
        Ok(found.and_then(|(body, expires)| (now.as_microsecond() < expires).then_some(body)))
    }
}

//! `rochdale show`

mod applicant;
mod applicants;
mod archive;
mod assets;
mod declarations;
mod exits;
mod kept;
mod member;
mod members;
mod offices;
mod proposal;
mod proposals;
mod register;
mod resolutions;
mod standing;

use clap::{Args, Subcommand};

pub use self::proposal::no_such_proposal;
use crate::{answer::Answer, book::Book, context::Context, failure::Failure};

/// Show what the book says: members, proposals, the register, and what else it keeps
#[derive(Debug, Args)]
pub struct Show {
    #[command(subcommand)]
    noun: Noun,
}

#[derive(Debug, Subcommand)]
enum Noun {
    Members(members::Members),
    Member(member::Member),
    Standing(standing::Standing),
    Offices(offices::Offices),
    Exits(exits::Exits),
    Applicants(applicants::Applicants),
    Applicant(applicant::Applicant),
    Proposals(proposals::Proposals),
    Proposal(proposal::Proposal),
    Resolutions(resolutions::Resolutions),
    Declarations(declarations::Declarations),
    Assets(assets::Assets),
    Archive(archive::Archive),
    Kept(kept::Kept),
    Register(register::Register),
}

impl Show {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let book = Book::open(context).await?;
        match self.noun {
            Noun::Members(noun) => Ok(noun.show(context, &book)),
            Noun::Member(noun) => noun.show(context, &book),
            Noun::Standing(noun) => noun.show(context, &book),
            Noun::Offices(noun) => Ok(noun.show(context, &book)),
            Noun::Exits(noun) => Ok(noun.show(context, &book)),
            Noun::Applicants(noun) => noun.show(context, &book),
            Noun::Applicant(noun) => noun.show(context, &book),
            Noun::Proposals(noun) => noun.show(context, &book).await,
            Noun::Proposal(noun) => noun.show(context, &book).await,
            Noun::Resolutions(noun) => Ok(noun.show(context, &book)),
            Noun::Declarations(noun) => Ok(noun.show(context, &book)),
            Noun::Assets(noun) => Ok(noun.show(context, &book)),
            Noun::Archive(noun) => Ok(noun.show(context, &book)),
            Noun::Kept(noun) => noun.show(context, &book),
            Noun::Register(noun) => noun.show(&book).await,
        }
    }
}

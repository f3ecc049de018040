//! What members of the network commit to.

use super::{FOUNDED, Plan, SECOND_CODE, When};

/// The documents of CT-03, in the order in which members read them.
pub const DOCUMENTS: [&str; 3] = ["values", "code-of-conduct", "conflict-resolution"];

const VALUES: &str = "We own and decide together. We share what we know and what we have. We put people and places \
    before returns. We keep our doors open in every language that is spoken here.\n\n\
    Poseemos y decidimos juntos. Compartimos lo que sabemos y lo que tenemos.";

const CONDUCT: &str = "1. We listen before we answer, and speak for ourselves.\n2. We do not threaten, insult or \
    harass anybody, in a room or in a channel.\n3. What is told in confidence stays there.\n4. Whoever sees this \
    broken may ask for help, and gets it.";

const CONDUCT_2: &str = "1. We listen before we answer, and speak for ourselves.\n2. We do not threaten, insult or \
    harass anybody, in a room or in a channel.\n3. What is told in confidence stays there. Nobody is recorded \
    without being asked.\n4. Whoever sees this broken may ask for help, and gets it within a week, in their own \
    language.\n\n4. Quien vea que esto se incumple puede pedir ayuda, y la recibe en una semana, en su idioma.";

const CONFLICT: &str = "First we talk with each other. If that does not help, two members whom both sides accept sit \
    down with us. If that does not help either, the board hears both and proposes what to do.";

/// The versions that were published in the year.
pub fn published(plan: &mut Plan) {
    plan.publishes(When(FOUNDED, 9, 5), "values", VALUES);
    plan.publishes(When(FOUNDED, 9, 6), "code-of-conduct", CONDUCT);
    plan.publishes(When(FOUNDED, 9, 7), "conflict-resolution", CONFLICT);
    plan.publishes(When(SECOND_CODE, 0, 5), "code-of-conduct", CONDUCT_2);
}

//! What is said of assets.

use super::{Key, messages};

messages! { ASSETS:
    /// {asset} is where it is kept.
    ASSET_IS_IN_STORE = "asset-is-in-store"(asset);
    /// {asset} has been with {person} since {from}, and is due back on {due}.
    ASSET_IS_LENT = "asset-is-lent"(asset, person, from, due);
    /// {asset} is damaged.
    ASSET_IS_DAMAGED = "asset-is-damaged"(asset);
    /// {asset} is lost.
    ASSET_IS_LOST = "asset-is-lost"(asset);
    /// {asset} is the co-op's no longer.
    ASSET_IS_RETIRED = "asset-is-retired"(asset);
    /// Bring back {asset} by {day}.
    ASSET_IS_DUE = "asset-is-due"(asset, day);
    /// No damage to {asset} waits to be settled.
    NO_DAMAGE_WAITS = "no-damage-waits"(asset);
    /// Ask {person} to bring it back.
    ASK_FOR_IT_BACK = "ask-for-it-back"(person);
    /// Let a keeper settle the damage first.
    SETTLE_THE_DAMAGE = "settle-the-damage"();
    /// If it was found, let a keeper record that it is back.
    RECORD_IT_FOUND = "record-it-found"();
    /// Choose another asset.
    CHOOSE_ANOTHER_ASSET = "choose-another-asset"();
    /// Report the damage first.
    REPORT_THE_DAMAGE = "report-the-damage"();
    /// The bylaws have no asset register.
    NO_ASSET_REGISTER = "no-asset-register"();
    /// There is no asset number {asset}.
    NO_SUCH_ASSET = "no-such-asset"(asset);
    /// The bylaws know no kind of asset {kind}; these are known: {kinds}.
    NO_SUCH_ASSET_KIND = "no-such-asset-kind"(kind, kinds);
    /// The number {label} is on {asset} already.
    LABEL_IS_TAKEN = "label-is-taken"(label, asset);
    /// People report damage and losses, each as themselves.
    PEOPLE_REPORT_DAMAGE = "people-report-damage"();
    /// There is an asset register, with these kinds of asset: {kinds}.
    RULE_ASSETS = "rule-assets"(kinds);
    /// Whoever may {right} borrows.
    RULE_ASSETS_BORROW = "rule-assets-borrow"(right);
    /// Whoever may {right} sees it.
    RULE_ASSETS_SEE = "rule-assets-see"(right);
}

//! Engines that answer the same questions under the same policy, each written as its manual
//! advises: a table of data in Rego, groups of rights in Cedar, roles in Casbin. They are given the
//! class and the phase, which ours works out from dates, and tell no reason.

use std::{collections::HashSet, hint::black_box, time::Duration};

use casbin::{CoreApi, DefaultModel, Enforcer, MemoryAdapter, MgmtApi};
use cedar_policy::{Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request};
use regorus::{CompiledPolicy, Engine, Value};

use super::may::{Question, name_of};
use crate::{
    measure::in_turns,
    sample::{self, CLASSES, PHASES, RIGHTS},
};

/// The name of each engine with the time that one answer takes; checks first that it gives the
/// answers that are `granted`.
pub fn times(
    questions: &[Question],
    granted: &dyn Fn(&Question) -> bool,
    turns: usize,
) -> [(&'static str, Duration); 3] {
    let (rego, cedar, casbin) = (Rego::new(), Cedar::new(), Roles::new());
    let rego_inputs: Vec<Value> = questions.iter().map(Rego::input).collect();
    let cedar_inputs: Vec<Request> = questions.iter().map(Cedar::input).collect();
    let casbin_inputs: Vec<(String, &str)> =
        questions.iter().map(|asked| (role(asked.class, asked.phase), name_of(asked.right))).collect();
    for (place, question) in questions.iter().enumerate() {
        let expected = granted(question);
        assert_eq!(rego.answer(&rego_inputs[place]), expected, "regorus");
        assert_eq!(cedar.answer(&cedar_inputs[place]), expected, "cedar");
        assert_eq!(casbin.answer(&casbin_inputs[place]), expected, "casbin");
    }
    let times = in_turns(
        turns,
        [
            &mut || {
                rego_inputs.iter().for_each(|input| {
                    black_box(rego.answer(input));
                })
            },
            &mut || {
                cedar_inputs.iter().for_each(|input| {
                    black_box(cedar.answer(input));
                })
            },
            &mut || {
                casbin_inputs.iter().for_each(|input| {
                    black_box(casbin.answer(input));
                })
            },
        ],
    );
    let count = u32::try_from(questions.len()).expect("a small number");
    let [rego, cedar, casbin] = times.map(|all| all / count);
    [("regorus", rego), ("cedar-policy", cedar), ("casbin", casbin)]
}

fn role(class: usize, phase: usize) -> String {
    format!("{}/{}", sample::class(class), sample::phase(phase))
}

/// Every role with the rights that it has.
fn roles() -> Vec<(String, Vec<&'static str>)> {
    let cells = (0..CLASSES).flat_map(|class| (0..PHASES).map(move |phase| (class, phase)));
    cells
        .map(|(class, phase)| {
            let granted = (0..RIGHTS).filter(|right| sample::grants(class, phase, *right));
            (role(class, phase), granted.map(name_of).collect())
        })
        .collect()
}

struct Rego(CompiledPolicy);

impl Rego {
    fn new() -> Self {
        let mut engine = Engine::new();
        let policy = "package sample\nimport rego.v1\n\
                      default allow := false\nallow if data.roles[input.role][input.right]\n";
        engine.add_policy("sample.rego".to_owned(), policy.to_owned()).expect("the policy is sound");
        let roles: serde_json::Map<String, serde_json::Value> = roles()
            .into_iter()
            .map(|(role, rights)| {
                (role, rights.into_iter().map(|right| (right.to_owned(), true.into())).collect())
            })
            .map(|(role, rights)| (role, serde_json::Value::Object(rights)))
            .collect();
        let data = serde_json::json!({ "roles": roles }).to_string();
        engine.add_data_json(&data).expect("the data are sound");
        Self(engine.compile_with_entrypoint(&"data.sample.allow".into()).expect("the policy compiles"))
    }

    fn input(question: &Question) -> Value {
        let input = serde_json::json!({
            "role": role(question.class, question.phase),
            "right": name_of(question.right),
        });
        Value::from_json_str(&input.to_string()).expect("the input is sound")
    }

    fn answer(&self, input: &Value) -> bool {
        self.0.eval_with_input(input.clone()).expect("the policy answers") == Value::from(true)
    }
}

struct Cedar {
    policies: PolicySet,
    entities: Entities,
    authorizer: Authorizer,
}

impl Cedar {
    fn new() -> Self {
        let mut policies = String::new();
        let mut members = Vec::new();
        for (role, rights) in roles() {
            let rights: Vec<String> = rights.iter().map(|right| format!("Action::\"{right}\"")).collect();
            policies.push_str(&format!(
                "permit(principal in Role::\"{role}\", action in [{}], resource);\n",
                rights.join(", ")
            ));
            let member =
                Entity::new(uid("Member", &role), Default::default(), HashSet::from([uid("Role", &role)]));
            members.push(member.expect("the member is sound"));
        }
        Self {
            policies: policies.parse().expect("the policies are sound"),
            entities: Entities::from_entities(members, None).expect("the members are sound"),
            authorizer: Authorizer::new(),
        }
    }

    fn input(question: &Question) -> Request {
        Request::new(
            uid("Member", &role(question.class, question.phase)),
            uid("Action", name_of(question.right)),
            uid("Coop", "sample"),
            Context::empty(),
            None,
        )
        .expect("the request is sound")
    }

    fn answer(&self, input: &Request) -> bool {
        self.authorizer.is_authorized(input, &self.policies, &self.entities).decision() == Decision::Allow
    }
}

fn uid(kind: &str, id: &str) -> EntityUid {
    format!("{kind}::\"{id}\"").parse().expect("the name is sound")
}

struct Roles(Enforcer);

impl Roles {
    fn new() -> Self {
        let model = "[request_definition]\nr = sub, act\n[policy_definition]\np = sub, act\n\
                     [policy_effect]\ne = some(where (p.eft == allow))\n\
                     [matchers]\nm = r.sub == p.sub && r.act == p.act\n";
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be had");
        runtime.block_on(async {
            let model = DefaultModel::from_str(model).await.expect("the model is sound");
            let mut enforcer =
                Enforcer::new(model, MemoryAdapter::default()).await.expect("the model is sound");
            let rules = roles().into_iter().flat_map(|(role, rights)| {
                rights.into_iter().map(move |right| vec![role.clone(), right.to_owned()])
            });
            enforcer.add_policies(rules.collect()).await.expect("the rules are sound");
            Self(enforcer)
        })
    }

    fn answer(&self, (role, right): &(String, &str)) -> bool {
        self.0.enforce((role.as_str(), *right)).expect("the rules answer")
    }
}

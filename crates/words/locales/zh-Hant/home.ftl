### 合作社的公開頁面與合作社列表。

co-ops-title = 在這裡運作的合作社
co-ops-lead = 每個合作社都照自己的章程運作：社員閱讀和修改的條文，就是程式所做的事。
home-kicker = 合作社與章程
home-classes = 參與的方式
home-bylaws = 章程
home-bylaws-lead = 第 { $edition } 版，自{ $since }起生效。任何人都可以閱讀；程式裡的每項權利、拒絕和計票都會註明條文。
class-of-people = 給個人。
class-of-organizations = 給組織。
class-of-either = 個人和組織都可以。
admission-office = 條件齊備後，由合作社辦事處接納。
admission-decision = 每次接納都由社員以提案決定。
class-no-member = 不是社員
class-count = 目前 { $count }
class-phase = { $phase } { $months } 個月
class-phases = 分階段：{ $phases }。
class-commits = 承諾遵守：{ $documents }。
class-agreement = 簽訂{ $agreement }。
class-representatives = 由代表行事，至少 { $count } 位。
class-capital = 繳足股金後才算完成。

### 社員所讀的章程。

bylaws-lead = 這些文字就是程式。條文附有規則的，程式就照著做，並註明條文。
edition = 第 { $edition } 版
edition-since = 生效日
edition-reviewed = 規則與條文核對日
clauses-executable = 附有規則的條文
clauses-words-only = 只有文字的條文
clauses-unsettled = 留有未定問題的條文
rules-count = { $count } 條規則
open-count = { $count } 個未定問題
words-only = 只有文字
binding-words = 具約束力的文字
rules-title = 程式所做的事
rules-lead = 每條規則都引用它所依據的原文。改了文字就要改規則，改了規則就要改文字。
rule-quotes = 依據：
rule-reads = 採用這個解讀：
examples-title = 實例
examples-lead = 這些實例會作為規則的測試來執行。
clause-cites = 提到的條文
clause-cited-by = 被這些條文提到
unsettled-title = 章程沒有說明這一點
unsettled-decides = 由誰決定
unsettled-reading = 在那之前
unsettled-no-reading = 尚未決定；需要答案的事會被拒絕
cells = 逐格說明

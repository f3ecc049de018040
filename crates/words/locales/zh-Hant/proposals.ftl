### 提案：輪次、表決、結果。

stance-agree = 同意
stance-stand-aside = 保留但不阻擋
stance-object = 異議
stance-abstain = 棄權
choice-for = 贊成
choice-against = 反對
choice-abstain = 棄權
mark-agenda = 已事先發出議程
mark-everyone = 人人都能參與
mark-pros-cons = 已整理利弊
mark-minutes = 有會議紀錄

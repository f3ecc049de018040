### 社員：是什麼、可以做什麼、應該做什麼。

right-be-member = 成為社員
right-observe = 了解提案與結果
right-speak = 在討論中發言
right-suggest = 提出建議
right-propose = 提出提案
right-vote = 表決與表態
right-be-counted = 計入決定的總人數
right-elect = 參加選舉投票
right-see-members = 查看社員名單
right-see-register = 查看登記簿
right-see-finances = 查看財務
right-share-surplus = 分享盈餘
right-share-fixed-costs = 分攤固定成本
right-share-loss = 分攤固定成本以外的虧損
right-use-assets = 使用共有資產
right-use-channels = 加入社員頻道
right-be-promoted = 在名錄中曝光
right-exchange = 提供與享有折扣和優先
right-reach-resources = 使用外部資源

name-erased = 個人資料已刪除的人

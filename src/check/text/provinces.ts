/** Provinces, municipalities and regions of the first level by their names without 省, 市, 自治区. */
export const PROVINCE_NAME =
  '(?:北京|天津|上海|重庆|[河湖][南北]|[山广][东西]|江[苏西]|浙江|安徽|福建|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|辽宁|吉林|黑龙江|台湾|香港|澳门)';

/** One of them in one character, as it stands behind a verb of coming and going: 来粤, 进疆, 返苏. Those are left out that are other words there: 到黑, 来新. */
export const PROVINCE = '[京津沪渝冀晋蒙辽吉苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁疆]';

/** How mail programs announce an older mail: by a sentence, a ruled title or a block of headers. Never longer than this. */
const LONGEST_LINE = 500;
const MOST_LINES = 4;

export const isQuoted = (line: string): boolean => /^[\s\u200B]{0,8}[>|＞]/.test(line) && !/^\s{0,8}\|.*\|\s*$/.test(line);

/** Lines of the sentence that starts here and says who wrote the older mail, 0 when there is none. It may be wrapped. */
export const attributionAt = (lines: readonly string[], at: number): number => {
  const first = lines[at]?.slice(0, LONGEST_LINE) ?? '';
  if (!STARTS.test(first)) return 0;
  let sentence = '';
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const line = lines[at + count - 1]?.trim();
    if (!line || (count > 1 && isQuoted(line) && !BROKEN_BRACKET.test(line))) return 0;
    sentence = `${sentence} ${line}`.trim();
    if (sentence.length > LONGEST_LINE) return 0;
    if (isAttribution(sentence)) return count;
  }
  return 0;
};

const isAttribution = (sentence: string): boolean => {
  if (!/\d/.test(sentence) || !PLACED.test(sentence)) return false;
  return WROTE_LAST.test(sentence) || (/[:：]\s*$/.test(sentence) && (WROTE.test(sentence) || DATED_SENDER.test(sentence)));
};

/** Whether an older mail starts here with a ruled title, such as "----- Original Message -----". */
export const isTitle = (line: string): boolean => {
  const text = line.slice(0, LONGEST_LINE).trim();
  return RULED_TITLE.test(text) || SAID_TITLE.test(text) || REPLY_ABOVE.test(text);
};

/** Whether the headers of an older mail start here. Bare "From:" and "To:" may also be somebody's journey. */
export const headersStartAt = (lines: readonly string[], at: number): boolean => {
  if (!kindOf(lines[at])) return false;
  const block = lines.slice(at, at + 8).filter((line) => line.trim() !== '');
  const kinds = block.slice(0, 5).map(kindOf);
  const until = kinds.findIndex((kind) => !kind);
  const known = new Set(kinds.slice(0, until < 0 ? undefined : until));
  const addressed = block.slice(0, known.size).some((line) => line.slice(0, LONGEST_LINE).includes('@'));
  return known.has('from') && known.size > 1 && (addressed || known.has('subject'));
};

export const isRule = (line: string): boolean => /^\s*(?:[-_=*]\s?){5,}$/.test(line.slice(0, LONGEST_LINE));

/** What a telephone or a mail program adds below a text. */
export const isDeviceLine = (line: string): boolean => {
  const text = line.trim();
  return text.length <= 140 && (SENT_BY_DEVICE.test(text) || GET_THE_APP.test(text));
};

const kindOf = (line: string | undefined): string | undefined => {
  const word = line?.slice(0, 60).match(/^[\s>*]{0,4}(\p{L}[\p{L} -]{0,24}?)\*?\s?[:：]/u)?.[1]?.toLowerCase();
  return word === undefined ? undefined : HEADER[word];
};

const words = (kind: string, list: string): [string, string][] => list.split('|').map((word) => [word, kind]);
const HEADER: Partial<Record<string, string>> = Object.fromEntries([
  ...words('from', 'from|de|von|van|da|fra|från|od|lähettäjä|от|від|kimden|feladó|발신인|보낸 사람|发件人|寄件者|差出人|expéditeur|remitente|mittente'),
  ...words('date', 'date|sent|datum|gesendet|envoyé|envoyé le|verzonden|data|inviato|enviado|enviado el|enviada em|fecha|sendt|dato|skickat|wysłano|lähetetty|päivämäärä|дата|отправлено|надіслано|tarih|gönderilme tarihi|elküldve|dátum|发送时间|日期|送信日時|日時|날짜'),
  ...words('to', 'to|à|an|aan|a|para|til|till|do|vastaanottaja|кому|kime|címzett|收件人|宛先|받는 사람|cc|kopie|kopia|copie'),
  ...words('subject', 'subject|objet|betreff|onderwerp|oggetto|asunto|assunto|emne|ämne|temat|aihe|тема|konu|tárgy|主题|主旨|件名|제목'),
]);

// "On Mon, …", "Am 13.12.2017 …", "tir. 18. apr. …", "2017-11-24 16:32 …"
const STARTS =
  /^\s{0,4}(?:(?:on|am|le|el|il|in data|op|em|den|dnia|w dniu|på|kl\.?|dne|dňa|pada|vào|ngày|в|у|на|στις|tarihinde)[\s,]|(?:\p{L}{2,12}\.?,?\s{1,3}){0,2}\d|"?[^"<>]{1,60}"?\s?<[^<>\s]{1,100}@)/iu;

// "Ana <ana@x.org" and ">:" on the next line.
const BROKEN_BRACKET = /^>\s?[\p{L}\s]{0,20}:?$/u;

// An address, a time of day or a year: prose that ends with "I wrote:" rarely has them.
const PLACED = /@|\d{1,2}[:.h]\d{2}|\b(?:19|20)\d{2}\b/;
const VERB =
  'wrote|writes|schrieb|schreef|a [ée]crit|escribi[óo]|ha escrito|escreveu|ha scritto|scrive|skrev|napisał(?:a|\\(a\\))?|napsal(?:a|\\(a\\))?|nap[ií]sal(?:a)?|írta|kirjoitti|написал(?:а|\\(а\\))?|пишет|написав|yazdı|έγραψε|写道|寫道|のメール|書きました|작성|menulis|đã viết|a scris|rašė|je napisa[ol]a?|כתב|كتب|va escriure|skrifaði';
const WROTE = new RegExp(`(?:^|[\\s,>])(?:${VERB})(?:$|[\\s:,<"])`, 'iu');
const WROTE_LAST = new RegExp(`(?:^|[\\s,>])(?:${VERB})\\s?[:：]?\\s*$`, 'iu');
const DATED_SENDER = /^\s{0,4}(?:\p{L}{2,12}\.?,?\s{1,3}){0,2}\d.*[<(\s][^\s<>()]{1,100}@[^\s<>()]{1,200}[>)]?\s?:\s*$/iu;

const TITLE =
  'original message|original appointment|forwarded (?:message|by .{1,60})|message d[\'’]origine|message original|message transféré|urspr(?:ü|ue)ngliche nachricht|originalnachricht|weitergeleitete nachricht|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|oprindelig meddelelse|opprinnelig melding|ursprungligt meddelande|wiadomość oryginalna|oryginalna wiadomość|исходное сообщение|пересылаемое сообщение|orijinal ileti|původní zpráva|alkuperäinen viesti|原始邮件|转发邮件|元のメッセージ|원본 메시지';
const RULED_TITLE = new RegExp(`^[>\\s]{0,4}(?:[-_=*]\\s?){2,}\\s*(?:${TITLE})\\s*:?\\s*(?:[-_=*]\\s?){2,}`, 'iu');
const SAID_TITLE =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|início da mensagem encaminhada|vidarebefordrat brev|videresendt besked)\s?:?$/iu;
const REPLY_ABOVE = /^[#\-\s=]{0,8}(?:please )?(?:type|write|enter)? ?(?:your )?repl(?:y|ies) above this line/i;

const DEVICE =
  'iphone|ipad|ipod|apple watch|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry|windows ?phone|nokia|sony|xperia|outlook|yahoo|gmail|hotmail|gmx|web\\.de|proton ?mail|thunderbird|mailspring|spark|airmail|newton|superhuman|aol|zoho|mail (?:for|f[üu]r|pour|para|per|voor) windows|(?:mobile|smart|tele)?phone|handy|smartphone|mobil(?:e|telefon|enhet)?|tablet|device|portable|téléphone|móvil|celular|cellulare|telefoon';
const SENT =
  'sent|gesendet|versendet|envoy[ée]|enviado|inviato|verzonden|verstuurd|skickat|sendt|wysłan[eo]|отправлено|надіслано|lähetetty|odesláno|odoslané|elküldve|gönderildi|trimis|送信|发自|發自';
const SENT_BY_DEVICE = new RegExp(
  `^[_*\\s]{0,4}(?:(?:${SENT})[\\s:]*(?:using|from|via|with|on|by|von|vom|mit|de|du|depuis|desde|dal?|met|vanaf|från|fra|ved|z|с|со|з|lähetetty|din)?\\b.{0,50}(?:${DEVICE})|(?:von|vom) mein.{0,40}(?:${DEVICE}).{0,30}gesendet|diese nachricht wurde von .{0,60}gesendet|.{0,30}(?:から送信|에서 보냄)|发自我的)`,
  'iu',
);
const GET_THE_APP = /^[_*\s]{0,4}(?:get|holen sie sich|obtenez|obtener|scarica|download|hent|hämta) outlook (?:for|f[üu]r|pour|para|per|voor|til|för)/iu;

/**
 * How currencies are written where they are in use: signs and short words, as ICU and people write them. They are
 * certain only for a source of that currency, since most of them are words, units or models elsewhere.
 */
const table = `
AED د.إ. د.إ Dhs Dh AED dh درهم
AFN ؋ Af Afs
ALL Lekë Lek lekë L
AMD ֏ դր. dram драм
ANG NAf ƒ NAƒ
AOA Kz
ARS $ AR$ $AR pesos
AUD A$ $ AU$ $AU
AWG Afl ƒ
AZN ₼ manat man. ман man
BAM KM КМ
BBD $ BB$ Bds$ DBB
BDT ৳ Tk TK taka টাকা
BGN лв. лв лева lv lv.
BHD د.ب. د.ب BD دينار
BIF FBu
BMD $ BM$ BD$ $BM
BND $ BN$ $BN B$
BOB Bs Bs. bolivianos
BRL R$ BR$ reais
BSD $ BS$ B$
BTN Nu.
BWP P
BYN р. Br Br. p. р r. P. руб. руб бел.руб. бел. рублей рубля
BZD $ BZ$ $BZ
CAD $ CA$ $CA C$ CDN$ CAN$
CDF FC
CHF Fr Fr. SFr SFr. sFr. Fr.– francs Franken
CLP $ CL$ $CL pesos
CNY CN¥ ¥ ¥CN 元 ￥ 人民币 人民幣 RMB yuan 块
COP $ CO$ $CO COL$ pesos
CRC ₡ colones
CUP $ CU$ $MN ₱
CVE Esc
CZK Kč kč Kčs korun
DJF Fdj
DKK kr kr. Dkr Kr Kr. kroner
DOP $ DO$ RD$
DZD د.ج. د.ج DA دج دينار
EGP E£ ج.م. ج.م £ £E LE EG£ L.E. جنيه
ETB ብር Br birr
EUR € euro euros Euro Euros evro ευρώ евро €uro €uros
FJD $ FJ$ $FJ
FKP £ FK£ Fl£ £FK
GBP £ UK£ £GB quid
GEL ₾ ლ lari ლარი лари
GHS GH₵ ₵ GH¢ cedis
GIP £ £GI
GMD D
GNF FG F.G. GNF
GTQ Q Q. quetzales
GYD $ GY$ G$
HKD HK$ $ $HK HKS
HNL L L. Lps Lps. lempiras
HRK kn kuna
HTG G
HUF Ft ft forint
IDR Rp Rp. rupiah
ILS ₪ NIS שח ש"ח שקל שקלים
INR ₹ Rs Rs. rs rs. rupees /- रुपये रु. रु
IQD د.ع. د.ع دينار
IRR ر.إ. ریال ﷼ تومان
ISK kr Íkr kr. Kr Ikr krónur
JMD $ JM$ J$
JOD د.أ. د.أ JD دينار
JPY JP¥ ¥ ￥ 円 yen 圓
KES Sh Sh. Ksh KSh Ksh. KES/= KShs Kshs bob
KGS ⃀ сом som
KHR ៛ riel
KMF CF FC
KRW ₩ ￦ 원 won
KWD د.ك. د.ك KD K.D. دينار
KYD $ KY$ CI$
KZT ₸ тг тг. тенге теңге
LAK ₭ kip
LBP L£ ل.ل. £LB £L LL L.L. ليرة
LKR Rs Rs. රු. රු /-
LRD $ $LR L$
LYD د.ل. د.ل LD دينار
MAD د.م. د.م Dh Dhs DH DHS dirhams درهم dh dirham
MDL L lei лей lej
MGA Ar
MKD ден. ден den den. денари
MMK K Ks
MNT ₮ төгрөг
MOP MOP$
MRU أ.م. UM
MUR Rs રૂ.
MVR Rf
MWK MK
MXN $ MX$ $MX pesos
MYR RM ringgit
MZN MTn MT
NAD $ N$ $NA
NGN ₦ N naira
NIO C$ $C córdobas cordobas
NOK kr kr. NKr Nkr Kr Kr. ,- kroner
NPR Rs Rs. नेरू रू रु NRs NRs.
NZD NZ$ $ $NZ
OMR ر.ع. ر.ع R.O. RO ريال
PAB B/. balboas
PEN S/ S/. soles
PGK K
PHP ₱ P Php pesos
PKR Rs Rs. /-
PLN zł zl Zł ZŁ złotych zł.
PYG ₲ Gs Gs. guaraníes guaranies
QAR ر.ق. ر.ق QR ريال
RON leu lei ley L lej LEI Lei
RSD din. din дин. дин dinara
RUB ₽ руб. руб rb р р. рублей рубля
RWF RF F.Rw FR FRw
SAR ر.س. ر.س SR ريال
SBD $ SB$ SI$ $SB
SCR Rs SR
SDG ج.س.
SEK kr kr. Kr Kr. кр :- kronor spänn
SGD $ S$ $SG
SHP £
SOS S Sh.So.
SRD $ SR$ $SR
SSP £
STN Db STD
SYP £ ل.س. S£ ليرة
THB ฿ บาท baht THB B
TJS сомони somoni
TMT ТМТ
TND د.ت. د.ت DT دينار
TOP T$ $T
TRY ₺ TL tl lira
TTD $ TT$ $TT
TWD NT$ $ 元 NTD
TZS Sh TSh TSh. Tsh
UAH ₴ грн грн. гривень
UGX Sh USh UGX/= Ush
USD $ US$ $US щ.д. U$S u$s U$D dollars bucks
UYU $ UY$ $U $UY
UZS soʻm so'm сум som
VES Bs.S Bs Bs. Bs.D bolívares bolivares
VND ₫ đ Đ vnđ VNĐ đồng dong
VUV VT
WST WS$ $WS
XAF FCFA F.CFA CFA F francs
XCD EC$ $ $EC
XCG Cg. Cg ƒ Cf Kg.
XOF FCFA F.CFA CFA සිෆ්එ فرانکCFA F francs
XPF CFPF CFP FCFP F
YER ر.ي. ر.ي
ZAR R rand
ZMW ZK K Kw
ZWG ZiG`

// Filled at first use.
const signs = new Map<string, readonly string[]>()

/** The signs of a currency, the longest first; none for a code that is not in the table. */
export function signsOf(currency: string): readonly string[] {
  if (signs.size === 0) {
    for (const line of table.trim().split('\n')) {
      const [code = '', ...all] = line.split(' ')
      signs.set(
        code,
        all.sort((a, b) => b.length - a.length),
      )
    }
  }
  return signs.get(currency) ?? []
}

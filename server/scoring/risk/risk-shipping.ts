import { p } from './risk-phrase.ts'

/** Behind "delivery only" and its like: the end of a clause, or more of the demand; not "only within 15 miles". */
const only =
  '(?= (?:[.,]|no|not|please|pls|as|sorry|due|because|since|firm|obo|paypal|i|we|cash|sim|payment|prepaid|previous|$))'

/** Words that say that a thing is sent only and cannot be seen. */
export const shippingOnlyPattern = p(
  `(?:delivery|shipping|postage|posting|mailing|mail) only${only}|only (?:ship|shipping|shipped|delivery|delivered|mail|mailed|mailing|post|postage)(?! (?:to|in|within|costs?|extra|box|order))|(?:can|will|must) only (?:be )?(?:ship|shipped|mail|mailed|send|sent|post|posted|delivered)(?! (?:to|in|within))|only be (?:shipped|delivered|posted|mailed|sent)|only available for (?:shipping|delivery)|(?:ship(?:ped|s)?|mail(?:ed|s)?) only(?! (?:to|in|within|order))|mailing (?:it|this|item|the (?:item|phone))|(?:[^ ]*[^ e])?mailing to (?:the )?(?:buyer|you)|(?:i|we|ill) (?:will |have to |must )?mail (?:it|this)|no local(?= (?:[.,]|$))|(?:dont|do not|not) (?:do|doing) (?:any )?(?:local )?(?:meet ?ups?|meetings?|pick ?ups?)|shipping to (?:the )?buyer(?! (?:s|at|is|address|cost|expense))|no (?:local )?(?:pick ?ups?|collections?|viewings?|meet ?ups?|meetings?)|[^ ]*(?:nt|not|no) (?:have |got )?(?:the |any |enough )?time (?:to|for) (?:meet|meeting|meet ?ups?)|(?:can ?not|cant|unable to|not able to) (?:be )?(?:collected|meet|viewed|do (?:pick ?ups?|meet ?ups?)|meet in person)|nur (?:versand|postversand|per post)|ausschliesslich versand|kein(?:e)? (?:abholung|besichtigung|selbstabholung)|abholung nicht moglich|(?:solo|unicamente) (?:envios?|por correo)|no (?:entrego|entrega) en mano|sin recogida|envoi (?:uniquement|seulement)|livraison uniquement|uniquement (?:envoi|livraison|par la poste)|pas de (?:remise en main propre|visite)|(?:solo|soltanto) (?:spedizione|spedisco)|no (?:ritiro|consegna) a mano|(?:alleen|enkel) (?:verzenden|verzending|versturen|opsturen)|(?:niet|geen) (?:ophalen|afhalen|bezichtiging)|tylko (?:wysylka|wysylkowo|kurier)|(?:brak|bez) (?:odbioru|mozliwosci odbioru)(?: osobistego)?`,
)
export const shippingTriggers =
  'only local mailing mail mailed meet meeting pickup pickups pick collection collections viewing viewings meetup meetups collected viewed versand postversand abholung besichtigung selbstabholung envio envios correo recogida entrega entrego envoi livraison uniquement poste remise visite spedizione spedisco ritiro consegna verzenden verzending versturen opsturen ophalen afhalen bezichtiging wysylka wysylkowo kurier odbioru buyer'

/** "Collection or delivery only": the other half is that it can be seen. */
export const seenToo =
  / e $| (?:collection|collect|collected|pick ?up|pickup|in person|local|viewed|cash on|hand|meet ?up|meet) (?:or |and |, |in person )*(?:hand |local |free )?$/
/** It can be seen after all. */
export const seenWords =
  / (?:(?:can|to|may) be (?:viewed|seen|collected|picked up)|view(?:ing)? welcome|(?:collection|pick ?up|pickup) (?:from|in|at|available|welcome|or|only|preferred)|come (?:and|to) (?:see|view)|local pick ?up|my (?:house|home|place|work)|come to me|(?:buyer|you) (?:to collect|must collect|collects|picks? up)) /

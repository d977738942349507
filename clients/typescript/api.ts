/**
 * Written by "npm run generate" from docs/openapi.json.
 */
import { request } from './request.ts';
/**
 * What `detail` is made of beside its code, for other languages; left out where it is not.
 */
export type ProblemParams = {[key: string]: string | number};

export type ProblemFields = {[key: string]: string};

export type ProblemReasonsParams = {[key: string]: string | number | boolean | string[]};

/**
 * What is wrong with each of the fields, as a code with parameters; `text` = in words alone.
 */
export type ProblemReasons = {[key: string]: {
  code: string;
  params: ProblemReasonsParams;
}};

/**
 * Of some of the fields: which characters of their text are wrong, in UTF-16 units.
 */
export type ProblemPositions = {[key: string]: {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  length: number;
}};

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  /** Stable; which there are: docs/api-errors.md, and the examples of the responses. */
  code: string;
  /** What `detail` is made of beside its code, for other languages; left out where it is not. */
  params?: ProblemParams;
  fields?: ProblemFields;
  /** What is wrong with each of the fields, as a code with parameters; `text` = in words alone. */
  reasons?: ProblemReasons;
  /** Of some of the fields: which characters of their text are wrong, in UTF-16 units. */
  positions?: ProblemPositions;
  requestId: string;
}

/**
 * `bad-cursor`: Not a cursor of this list. `bad-host`: No Host header, or several. `bad-idempotency-key`: Not an idempotency key. `bad-request`: Not readable as a request. `confirm-link-invalid`: Link is damaged. `malformed-json`: Body is no JSON. `unknown-parameter`: Parameter that the route does not know. `unsubscribe-link-invalid`: Link is damaged. `invalid-code`: Code is wrong, or was used. `passkey-refused`: Passkey was not taken. `passkey-too-late`: Challenge is over. `passkey-unverified`: Device did not ask who it is. `consent-refused`: Account was not connected. `invalid-password`: Password is wrong.
 */
export type Problem400Response = Problem;

/**
 * `invalid-email-or-password`: Sign-in failed. `not-signed-in`: Nobody is signed in. `metrics-not-open`: Metrics are not for everybody. `sign-in-not-begun`: No sign-in that waits for a code.
 */
export type Problem401Response = Problem;

/**
 * `account-disabled`: Account is switched off. `email-not-verified`: E-mail is not confirmed. `csrf-token-missing`: Page without its token. `foreign-origin`: Page of another site. `key-not-enough`: Not for keys. `role-missing`: Role is not enough. `scope-missing`: Scope of the key is not enough. `passkey-wanted`: Password alone is not enough. `second-factor-missing`: Second factor is missing. `session-not-fresh`: Sign-in is too old. `sign-up-closed`: No new accounts.
 */
export type Problem403Response = Problem;

/**
 * `link-not-good`: Link is not good any more. `no-such-route`: No such address. `not-found`: No such thing. `listing-not-stored`: Listing was not seen here yet. `unknown-selling-place`: Ads are not posted there by an API. `unknown-posting-place`: Ads are not written for it. `unknown-site`: Address of a site that is not known. `photos-off`: Photos are not shown. `no-photo`: Listing has no such photo. `photo-unusable`: Photo cannot be shown.
 */
export type Problem404Response = Problem;

/**
 * `method-not-allowed`: Method that the address does not take.
 */
export type Problem405Response = Problem;

/**
 * `request-timeout`: Request did not go on.
 */
export type Problem408Response = Problem;

/**
 * `already-set-up`: Claimed already. `account-exists`: Account is there already. `is-owner`: Account of the owner. `last-admin`: Last admin. `no-mail`: No e-mail is set up. `no-passkeys-here`: No passkeys under this address. `too-many-passkeys`: No room for another passkey. `second-factor-closed`: Secret of the codes cannot be opened. `second-factor-off`: No codes are set up. `second-factor-on`: Codes are asked for already. `not-set-up`: Not claimed yet. `one-owner`: There is one owner. `account-changed`: Account was changed meanwhile. `no-backup-folder`: No folder for backups. `backup-encrypted`: Backup opens only with its key. `backup-under-way`: A backup is under way. `rule-changed`: Rule was changed meanwhile. `already-followed`: Followed already. `item-has-sales`: Item has sales. `item-is-posted`: Ad of the item stands on a marketplace. `rates-not-allowed`: Exchange rates are not fetched here. `post-by-api`: Ad was posted by an API. `not-checked`: Ad was not checked. `ad-changed`: Ad was edited since it was checked. `not-confirmed-now`: Confirmation is used or over. `ad-stands-there`: Ad stands there, or may. `ad-not-live`: Ad does not stand there. `marketplace-refused`: Marketplace refuses it. `item-sold`: Nothing of the item is left. `order-is-sale`: Order is in the books already. `sale-unpaid`: Sale is not paid yet. `finding-by-hand`: Difference is not mended from here. `order-no-sale`: Order came to nothing. `sale-of-another-item`: Order number is of another item. `sale-state`: Sale cannot become that. `ai-off`: Nobody describes photos here. `ai-not-agreed`: Not agreed to send photos. `ai-other-recipient`: Photos would go to somebody else. `ai-asked-already`: The same is being asked already. `ai-cap-too-small`: One call may cost more than a cap. `offer-gone`: Not offered any more. `photos-being-read`: Photos are still being read. `too-many-items`: No room for another item. `no-photos`: Item has no photos. `photo-has-item`: Photo belongs to an item. `too-many-photos`: No room for another photo. `channel-has-one-target`: Channel takes no other target. `target-exists`: Another target goes there. `too-many-targets`: Channel has as many targets as may be. `channel-not-set-up`: Channel is not set up. `channel-settings-closed`: Sealed settings of a channel cannot be opened. `channel-unavailable`: Channel is not of this version. `confirmation-not-sent`: Code could not be sent. `demo-source`: Source is of the demo. `idempotency-key-in-use`: First request with this key is under way. `no-confirmation-needed`: Nothing to confirm. `not-confirmed`: Not confirmed. `not-in-a-cluster`: Listing is alone. `source-not-readable`: Source cannot be read. `source-settings-closed`: Sealed settings of a source cannot be opened. `account-not-connected`: No account is connected. `account-needs-consent`: Consent is over. `accounts-not-set-up`: Accounts cannot be connected yet. `source-unavailable`: Marketplace is not of this version. `template-exists`: Template of this name exists. `terms-not-accepted`: Terms of the marketplace are not accepted. `terms-set-by-option`: Terms are accepted by an option. `too-early`: Asked again too soon. `too-many-templates`: No room for another template. `too-many-mailboxes`: No room for another mailbox. `too-many-views`: No room for another saved view. `too-many-watches`: No room for another watch. `view-exists`: Saved view of this name exists.
 */
export type Problem409Response = Problem;

/**
 * `notice-not-genuine`: Notice is not signed by the marketplace.
 */
export type Problem412Response = Problem;

/**
 * `photo-too-large`: Photo is too large. `body-too-large`: Body is too large. `bounce-too-large`: Mail is too large.
 */
export type Problem413Response = Problem;

/**
 * `address-too-long`: Part of the address is too long.
 */
export type Problem414Response = Problem;

/**
 * `media-type-not-taken`: Body of a type that is not taken. `not-multipart`: File is not sent as one.
 */
export type Problem415Response = Problem;

/**
 * `foreign-host`: Name that the server does not go by.
 */
export type Problem421Response = Problem;

/**
 * `password-guessable`: Password is too easy to guess. `mailbox-not-read`: Mailbox cannot be read. `bad-input`: A value is not valid. `idempotency-key-reused`: Key was used for something else.
 */
export type Problem422Response = Problem;

/**
 * `ai-cap-reached`: Cap of what descriptions may cost. `ai-busy`: Provider of the model asks to wait. `uploads-under-way`: Photos are being sent already. `too-many-tries`: Too many tries that failed. `imports-under-way`: Imports are under way. `too-many-requests`: More than is allowed in a minute. `too-many-streams`: Too many streams are open.
 */
export type Problem429Response = Problem;

/**
 * `headers-too-large`: Headers are too large.
 */
export type Problem431Response = Problem;

/**
 * `internal-error`: Something went wrong here.
 */
export type Problem500Response = Problem;

/**
 * `order-unreadable`: Order cannot be counted. `rates-not-fetched`: Exchange rates could not be fetched.
 */
export type Problem502Response = Problem;

/**
 * `photo-away`: Photo cannot be fetched now. `marketplace-no-answer`: Marketplace gave no clear answer. `marketplace-away`: Marketplace cannot be asked. `notice-not-checked`: Signature cannot be checked now. `leaked-passwords-away`: Leaked passwords cannot be looked up. `database-away`: Database does not answer. `overloaded`: More to do than can be done. `redis-away`: Redis does not answer. `stopping`: Server is stopping.
 */
export type Problem503Response = Problem;

export type GetMe200RolesItem = typeof GetMe200RolesItem[keyof typeof GetMe200RolesItem];


export const GetMe200RolesItem = {
  owner: 'owner',
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
} as const;

export type GetMe200ProfileHomeValue = {
  text: string;
  label: string;
  lat: number;
  lon: number;
  country: string;
} | null;

export type GetMe200ProfileHome = {
  value: GetMe200ProfileHomeValue;
  isDefault: boolean;
};

export type GetMe200ProfileUnitsValue = typeof GetMe200ProfileUnitsValue[keyof typeof GetMe200ProfileUnitsValue];


export const GetMe200ProfileUnitsValue = {
  both: 'both',
  km: 'km',
  mi: 'mi',
} as const;

export type GetMe200ProfileUnits = {
  value: GetMe200ProfileUnitsValue;
  isDefault: boolean;
};

export type GetMe200ProfileCurrency = {
  value: string;
  isDefault: boolean;
};

export type GetMe200ProfileTimeZone = {
  value: string;
  isDefault: boolean;
};

export type GetMe200ProfileTravelValue = {
  /**
     * @minimum 0
     * @maximum 1000000
     */
  centsPerKm: number;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
};

export type GetMe200ProfileTravel = {
  value: GetMe200ProfileTravelValue;
  isDefault: boolean;
};

export type GetMe200ProfileLanguage = {
  /** @nullable */
  value: string | null;
  isDefault: boolean;
};

export type GetMe200ProfileHourCycleValue = typeof GetMe200ProfileHourCycleValue[keyof typeof GetMe200ProfileHourCycleValue] | null;


export const GetMe200ProfileHourCycleValue = {
  h12: 'h12',
  h23: 'h23',
} as const;

export type GetMe200ProfileHourCycle = {
  value: GetMe200ProfileHourCycleValue;
  isDefault: boolean;
};

export type GetMe200ProfileWeekStartValue = typeof GetMe200ProfileWeekStartValue[keyof typeof GetMe200ProfileWeekStartValue] | null;


export const GetMe200ProfileWeekStartValue = {
  monday: 'monday',
  saturday: 'saturday',
  sunday: 'sunday',
} as const;

export type GetMe200ProfileWeekStart = {
  value: GetMe200ProfileWeekStartValue;
  isDefault: boolean;
};

export type GetMe200Profile = {
  home: GetMe200ProfileHome;
  units: GetMe200ProfileUnits;
  currency: GetMe200ProfileCurrency;
  timeZone: GetMe200ProfileTimeZone;
  travel: GetMe200ProfileTravel;
  language: GetMe200ProfileLanguage;
  hourCycle: GetMe200ProfileHourCycle;
  weekStart: GetMe200ProfileWeekStart;
};

export type GetMe200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  roles: GetMe200RolesItem[];
  profile: GetMe200Profile;
};

export type PatchMeBodyProfileUnits = typeof PatchMeBodyProfileUnits[keyof typeof PatchMeBodyProfileUnits] | null;


export const PatchMeBodyProfileUnits = {
  both: 'both',
  km: 'km',
  mi: 'mi',
} as const;

export type PatchMeBodyProfileTravel = {
  /**
     * @minimum 0
     * @maximum 1000000
     */
  centsPerKm: number;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
} | null;

export type PatchMeBodyProfileHourCycle = typeof PatchMeBodyProfileHourCycle[keyof typeof PatchMeBodyProfileHourCycle] | null;


export const PatchMeBodyProfileHourCycle = {
  h12: 'h12',
  h23: 'h23',
} as const;

export type PatchMeBodyProfileWeekStart = typeof PatchMeBodyProfileWeekStart[keyof typeof PatchMeBodyProfileWeekStart] | null;


export const PatchMeBodyProfileWeekStart = {
  monday: 'monday',
  saturday: 'saturday',
  sunday: 'sunday',
} as const;

export type PatchMeBodyProfile = {
  home?: string | null;
  units?: PatchMeBodyProfileUnits;
  currency?: string | null;
  /** @nullable */
  timeZone?: string | null;
  travel?: PatchMeBodyProfileTravel;
  language?: string | null;
  hourCycle?: PatchMeBodyProfileHourCycle;
  weekStart?: PatchMeBodyProfileWeekStart;
};

export type PatchMeBody = {
  profile: PatchMeBodyProfile;
};

export type PatchMe200RolesItem = typeof PatchMe200RolesItem[keyof typeof PatchMe200RolesItem];


export const PatchMe200RolesItem = {
  owner: 'owner',
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
} as const;

export type PatchMe200ProfileHomeValue = {
  text: string;
  label: string;
  lat: number;
  lon: number;
  country: string;
} | null;

export type PatchMe200ProfileHome = {
  value: PatchMe200ProfileHomeValue;
  isDefault: boolean;
};

export type PatchMe200ProfileUnitsValue = typeof PatchMe200ProfileUnitsValue[keyof typeof PatchMe200ProfileUnitsValue];


export const PatchMe200ProfileUnitsValue = {
  both: 'both',
  km: 'km',
  mi: 'mi',
} as const;

export type PatchMe200ProfileUnits = {
  value: PatchMe200ProfileUnitsValue;
  isDefault: boolean;
};

export type PatchMe200ProfileCurrency = {
  value: string;
  isDefault: boolean;
};

export type PatchMe200ProfileTimeZone = {
  value: string;
  isDefault: boolean;
};

export type PatchMe200ProfileTravelValue = {
  /**
     * @minimum 0
     * @maximum 1000000
     */
  centsPerKm: number;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
};

export type PatchMe200ProfileTravel = {
  value: PatchMe200ProfileTravelValue;
  isDefault: boolean;
};

export type PatchMe200ProfileLanguage = {
  /** @nullable */
  value: string | null;
  isDefault: boolean;
};

export type PatchMe200ProfileHourCycleValue = typeof PatchMe200ProfileHourCycleValue[keyof typeof PatchMe200ProfileHourCycleValue] | null;


export const PatchMe200ProfileHourCycleValue = {
  h12: 'h12',
  h23: 'h23',
} as const;

export type PatchMe200ProfileHourCycle = {
  value: PatchMe200ProfileHourCycleValue;
  isDefault: boolean;
};

export type PatchMe200ProfileWeekStartValue = typeof PatchMe200ProfileWeekStartValue[keyof typeof PatchMe200ProfileWeekStartValue] | null;


export const PatchMe200ProfileWeekStartValue = {
  monday: 'monday',
  saturday: 'saturday',
  sunday: 'sunday',
} as const;

export type PatchMe200ProfileWeekStart = {
  value: PatchMe200ProfileWeekStartValue;
  isDefault: boolean;
};

export type PatchMe200Profile = {
  home: PatchMe200ProfileHome;
  units: PatchMe200ProfileUnits;
  currency: PatchMe200ProfileCurrency;
  timeZone: PatchMe200ProfileTimeZone;
  travel: PatchMe200ProfileTravel;
  language: PatchMe200ProfileLanguage;
  hourCycle: PatchMe200ProfileHourCycle;
  weekStart: PatchMe200ProfileWeekStart;
};

export type PatchMe200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  roles: PatchMe200RolesItem[];
  profile: PatchMe200Profile;
};

export type GetPlacesParams = {
/**
 * @minLength 1
 * @maxLength 200
 */
q: string;
/**
 * @minimum 1
 * @maximum 20
 */
limit?: number;
};

export type GetPlaces200ItemsItem = {
  label: string;
  lat: number;
  lon: number;
  country: string;
  /** @nullable */
  postalCode: string | null;
};

export type GetPlaces200 = {
  items: GetPlaces200ItemsItem[];
};

export type GetPlacesNearestParams = {
/**
 * @minimum -90
 * @maximum 90
 */
lat: number;
/**
 * @minimum -180
 * @maximum 180
 */
lon: number;
};

export type GetPlacesNearest200Place = {
  label: string;
  lat: number;
  lon: number;
  country: string;
  /** @nullable */
  postalCode: string | null;
} | null;

export type GetPlacesNearest200 = {
  place: GetPlacesNearest200Place;
};

export type GetPlacesTownsParams = {
/**
 * @maxLength 200
 */
bbox: string;
/**
 * @minimum 1
 * @maximum 100
 */
limit?: number;
};

export type GetPlacesTowns200ItemsItem = {
  name: string;
  lat: number;
  lon: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  population: number;
};

export type GetPlacesTowns200 = {
  items: GetPlacesTowns200ItemsItem[];
};

export type GetPlacesMap200TilesKind = typeof GetPlacesMap200TilesKind[keyof typeof GetPlacesMap200TilesKind];


export const GetPlacesMap200TilesKind = {
  pictures: 'pictures',
  file: 'file',
} as const;

export type GetPlacesMap200Tiles = {
  kind: GetPlacesMap200TilesKind;
  url: string;
  attribution: string;
} | null;

export type GetPlacesMap200 = {
  tiles: GetPlacesMap200Tiles;
};

export type PostAuthSignInBody = {
  /** @maxLength 254 */
  email: string;
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
  /** false = signed out when the browser is closed */
  remember?: boolean;
};

/**
 * of the app, or a recovery code: POST /api/auth/sign-in/code
 */
export type PostAuthSignIn200Wanted = typeof PostAuthSignIn200Wanted[keyof typeof PostAuthSignIn200Wanted];


export const PostAuthSignIn200Wanted = {
  code: 'code',
} as const;

export type PostAuthSignIn200 = {
  /** of the app, or a recovery code: POST /api/auth/sign-in/code */
  wanted: PostAuthSignIn200Wanted;
  sentence: string;
};

export type PostAuthSignUpBody = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  name: string;
  /** @maxLength 254 */
  email: string;
  /**
     * @minLength 12
     * @maxLength 128
     */
  password: string;
};

export type PostAuthSignUp200 = {
  sentence: string;
};

export type PostAuthResetBody = {
  /** @maxLength 254 */
  email: string;
};

export type PostAuthReset200 = {
  sentence: string;
};

export type PostAuthNewPasswordBody = {
  /**
     * @minLength 10
     * @maxLength 1000
     */
  token: string;
  /**
     * @minLength 12
     * @maxLength 128
     */
  password: string;
};

export type PostAuthVerifyBody = {
  /**
     * @minLength 10
     * @maxLength 1000
     */
  token: string;
};

export type PostAuthClaimBody = {
  /**
     * @minLength 10
     * @maxLength 1000
     */
  token: string;
  /** @maxLength 254 */
  email: string;
  /**
     * @minLength 1
     * @maxLength 60
     */
  name?: string;
  /**
     * @minLength 12
     * @maxLength 128
     */
  password: string;
};

export type PostAuthJoinBody = {
  /**
     * @minLength 10
     * @maxLength 1000
     */
  token: string;
  /**
     * @minLength 1
     * @maxLength 60
     */
  name?: string;
  /**
     * @minLength 12
     * @maxLength 128
     */
  password: string;
};

export type GetAuthAccount200Role = typeof GetAuthAccount200Role[keyof typeof GetAuthAccount200Role];


export const GetAuthAccount200Role = {
  owner: 'owner',
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
} as const;

export type GetAuthAccount200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  role: GetAuthAccount200Role;
  /** @nullable */
  email: string | null;
  emailVerified: boolean;
  disabled: boolean;
  /** whether a code is asked for after the password */
  secondFactor: boolean;
  /**
     * how many there are
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  passkeys: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastSeenAt: string | null;
  /** of role and state: for `ifVersion` of a change */
  version: string;
};

export type GetAuthSessions200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /**
     * to the day
     * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
     */
  usedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  expiresAt: string;
  /** @nullable */
  address: string | null;
  /** @nullable */
  browser: string | null;
  current: boolean;
};

export type GetAuthSessions200 = {
  items: GetAuthSessions200ItemsItem[];
  /** @nullable */
  next: null;
};

export type PostAuthProveBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
} | {
  /**
     * of the app
     * @minLength 1
     * @maxLength 40
     */
  code: string;
};

export type PostAuthPasswordBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
  /**
     * @minLength 12
     * @maxLength 128
     */
  newPassword: string;
};

export type PostAuthEmailBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
  /** @maxLength 254 */
  newEmail: string;
};

export type PostAuthEmail200 = {
  sentence: string;
};

export type PostAuthSignInCodeBody = {
  /**
     * of the app, or a recovery code
     * @minLength 1
     * @maxLength 40
     */
  code: string;
};

export type GetAuthSecondFactor200 = {
  on: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  recoveryCodesLeft: number;
  afterPasskey: boolean;
};

export type PostAuthSecondFactorBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
};

export type PostAuthSecondFactor201 = {
  /** for the app, to be typed; shown now and never again */
  secret: string;
  /** the same, for a program */
  uri: string;
  /** the same, as an image (a data: address) */
  qr: string;
  /** shown now and never again; each is good once */
  recoveryCodes: string[];
};

export type PatchAuthSecondFactorBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
  /** whether a code is asked for after a passkey, too */
  afterPasskey: boolean;
};

export type PatchAuthSecondFactor200 = {
  on: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  recoveryCodesLeft: number;
  afterPasskey: boolean;
};

export type PostAuthSecondFactorConfirmBody = {
  /**
     * of the app
     * @minLength 1
     * @maxLength 40
     */
  code: string;
};

export type PostAuthSecondFactorRecoveryCodesBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
};

export type PostAuthSecondFactorRecoveryCodes201 = {
  /** shown now and never again; each is good once */
  recoveryCodes: string[];
};

export type PostAuthSecondFactorEndBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
  /**
     * of the app, or a recovery code
     * @minLength 1
     * @maxLength 40
     */
  code: string;
};

export type PostAuthSignInPasskeyOptions200UserVerification = typeof PostAuthSignInPasskeyOptions200UserVerification[keyof typeof PostAuthSignInPasskeyOptions200UserVerification];


export const PostAuthSignInPasskeyOptions200UserVerification = {
  required: 'required',
} as const;

export type PostAuthSignInPasskeyOptions200 = {
  challenge: string;
  rpId: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  timeout: number;
  userVerification: PostAuthSignInPasskeyOptions200UserVerification;
};

export type PostAuthSignInPasskeyBodyResponseType = typeof PostAuthSignInPasskeyBodyResponseType[keyof typeof PostAuthSignInPasskeyBodyResponseType];


export const PostAuthSignInPasskeyBodyResponseType = {
  'public-key': 'public-key',
} as const;

export type PostAuthSignInPasskeyBodyResponseResponse = {
  /**
     * @minLength 1
     * @maxLength 8192
     */
  clientDataJSON: string;
  /**
     * @minLength 1
     * @maxLength 8192
     */
  authenticatorData: string;
  /**
     * @minLength 1
     * @maxLength 8192
     */
  signature: string;
  userHandle?: string | null;
};

export type PostAuthSignInPasskeyBodyResponse = {
  /**
     * @minLength 1
     * @maxLength 8192
     */
  id: string;
  /**
     * @minLength 1
     * @maxLength 8192
     */
  rawId: string;
  type: PostAuthSignInPasskeyBodyResponseType;
  authenticatorAttachment?: string | null;
  response: PostAuthSignInPasskeyBodyResponseResponse;
};

export type PostAuthSignInPasskeyBody = {
  response: PostAuthSignInPasskeyBodyResponse;
};

/**
 * of the app, or a recovery code: POST /api/auth/sign-in/code
 */
export type PostAuthSignInPasskey200Wanted = typeof PostAuthSignInPasskey200Wanted[keyof typeof PostAuthSignInPasskey200Wanted];


export const PostAuthSignInPasskey200Wanted = {
  code: 'code',
} as const;

export type PostAuthSignInPasskey200 = {
  /** of the app, or a recovery code: POST /api/auth/sign-in/code */
  wanted: PostAuthSignInPasskey200Wanted;
  sentence: string;
};

export type GetAuthPasskeys200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  /** whether it is kept by more than one device */
  synced: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastUsedAt: string | null;
  /** when it was refused since its count went back: it may be a copy */
  countedBackAt: string | null;
};

export type GetAuthPasskeys200 = {
  items: GetAuthPasskeys200ItemsItem[];
  /** @nullable */
  next: null;
};

export type PostAuthPasskeysBodyResponseType = typeof PostAuthPasskeysBodyResponseType[keyof typeof PostAuthPasskeysBodyResponseType];


export const PostAuthPasskeysBodyResponseType = {
  'public-key': 'public-key',
} as const;

export type PostAuthPasskeysBodyResponseResponse = {
  /**
     * @minLength 1
     * @maxLength 8192
     */
  clientDataJSON: string;
  /**
     * @minLength 1
     * @maxLength 8192
     */
  attestationObject: string;
  /**
     * @maxItems 10
     * @items.maxLength 50
     */
  transports?: string[];
};

export type PostAuthPasskeysBodyResponse = {
  /**
     * @minLength 1
     * @maxLength 8192
     */
  id: string;
  /**
     * @minLength 1
     * @maxLength 8192
     */
  rawId: string;
  type: PostAuthPasskeysBodyResponseType;
  authenticatorAttachment?: string | null;
  response: PostAuthPasskeysBodyResponseResponse;
};

export type PostAuthPasskeysBody = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  name: string;
  response: PostAuthPasskeysBodyResponse;
};

export type PostAuthPasskeys201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  /** whether it is kept by more than one device */
  synced: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastUsedAt: string | null;
  /** when it was refused since its count went back: it may be a copy */
  countedBackAt: string | null;
};

export type PostAuthPasskeysOptionsBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
};

export type PostAuthPasskeysOptions200Rp = {
  id: string;
  name: string;
};

export type PostAuthPasskeysOptions200User = {
  id: string;
  name: string;
  displayName: string;
};

export type PostAuthPasskeysOptions200PubKeyCredParamsItemType = typeof PostAuthPasskeysOptions200PubKeyCredParamsItemType[keyof typeof PostAuthPasskeysOptions200PubKeyCredParamsItemType];


export const PostAuthPasskeysOptions200PubKeyCredParamsItemType = {
  'public-key': 'public-key',
} as const;

export type PostAuthPasskeysOptions200PubKeyCredParamsItem = {
  type: PostAuthPasskeysOptions200PubKeyCredParamsItemType;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  alg: number;
};

export type PostAuthPasskeysOptions200ExcludeCredentialsItemType = typeof PostAuthPasskeysOptions200ExcludeCredentialsItemType[keyof typeof PostAuthPasskeysOptions200ExcludeCredentialsItemType];


export const PostAuthPasskeysOptions200ExcludeCredentialsItemType = {
  'public-key': 'public-key',
} as const;

export type PostAuthPasskeysOptions200ExcludeCredentialsItem = {
  /**
     * @minLength 1
     * @maxLength 8192
     */
  id: string;
  type: PostAuthPasskeysOptions200ExcludeCredentialsItemType;
  transports?: string[];
};

export type PostAuthPasskeysOptions200AuthenticatorSelectionUserVerification = typeof PostAuthPasskeysOptions200AuthenticatorSelectionUserVerification[keyof typeof PostAuthPasskeysOptions200AuthenticatorSelectionUserVerification];


export const PostAuthPasskeysOptions200AuthenticatorSelectionUserVerification = {
  required: 'required',
} as const;

export type PostAuthPasskeysOptions200AuthenticatorSelection = {
  residentKey: string;
  requireResidentKey: boolean;
  userVerification: PostAuthPasskeysOptions200AuthenticatorSelectionUserVerification;
};

export type PostAuthPasskeysOptions200 = {
  challenge: string;
  rp: PostAuthPasskeysOptions200Rp;
  user: PostAuthPasskeysOptions200User;
  pubKeyCredParams: PostAuthPasskeysOptions200PubKeyCredParamsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  timeout: number;
  attestation: string;
  excludeCredentials: PostAuthPasskeysOptions200ExcludeCredentialsItem[];
  authenticatorSelection: PostAuthPasskeysOptions200AuthenticatorSelection;
};

export type PatchAuthPasskeyBody = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  name: string;
};

export type PatchAuthPasskey200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  /** whether it is kept by more than one device */
  synced: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastUsedAt: string | null;
  /** when it was refused since its count went back: it may be a copy */
  countedBackAt: string | null;
};

export type GetAuthKeys200ItemsItemScope = typeof GetAuthKeys200ItemsItemScope[keyof typeof GetAuthKeys200ItemsItemScope] | null;


export const GetAuthKeys200ItemsItemScope = {
  capture: 'capture',
  read: 'read',
  write: 'write',
  admin: 'admin',
} as const;

export type GetAuthKeys200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  /**
     * how it begins, to tell them apart
     * @nullable
     */
  start: string | null;
  scope: GetAuthKeys200ItemsItemScope;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  expiresAt: string | null;
  /** to the minute */
  lastUsedAt: string | null;
};

export type GetAuthKeys200 = {
  items: GetAuthKeys200ItemsItem[];
  /** @nullable */
  next: null;
};

export type PostAuthKeysBodyScope = typeof PostAuthKeysBodyScope[keyof typeof PostAuthKeysBodyScope];


export const PostAuthKeysBodyScope = {
  capture: 'capture',
  read: 'read',
  write: 'write',
  admin: 'admin',
} as const;

export type PostAuthKeysBody = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  name: string;
  scope: PostAuthKeysBodyScope;
  /**
     * @minimum 1
     * @maximum 366
     */
  expiresInDays?: number;
};

export type PostAuthKeys201Scope = typeof PostAuthKeys201Scope[keyof typeof PostAuthKeys201Scope] | null;


export const PostAuthKeys201Scope = {
  capture: 'capture',
  read: 'read',
  write: 'write',
  admin: 'admin',
} as const;

export type PostAuthKeys201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  /**
     * how it begins, to tell them apart
     * @nullable
     */
  start: string | null;
  scope: PostAuthKeys201Scope;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  expiresAt: string | null;
  /** to the minute */
  lastUsedAt: string | null;
  /** shown now and never again */
  key: string;
};

export type GetUsers200ItemsItemRole = typeof GetUsers200ItemsItemRole[keyof typeof GetUsers200ItemsItemRole];


export const GetUsers200ItemsItemRole = {
  owner: 'owner',
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
} as const;

export type GetUsers200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  role: GetUsers200ItemsItemRole;
  /** @nullable */
  email: string | null;
  emailVerified: boolean;
  disabled: boolean;
  /** whether a code is asked for after the password */
  secondFactor: boolean;
  /**
     * how many there are
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  passkeys: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastSeenAt: string | null;
  /** of role and state: for `ifVersion` of a change */
  version: string;
};

export type GetUsers200 = {
  items: GetUsers200ItemsItem[];
  /** @nullable */
  next: null;
};

export type PatchUserParams = {
/**
 * The `version` that was read: where it is another by now, nothing is changed (409 `account-changed`).
 * @minLength 1
 * @maxLength 80
 */
ifVersion?: string;
};

export type PatchUserBodyRole = typeof PatchUserBodyRole[keyof typeof PatchUserBodyRole];


export const PatchUserBodyRole = {
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
} as const;

export type PatchUserBody = {
  role?: PatchUserBodyRole;
  disabled?: boolean;
};

export type PatchUser200Role = typeof PatchUser200Role[keyof typeof PatchUser200Role];


export const PatchUser200Role = {
  owner: 'owner',
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
} as const;

export type PatchUser200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  role: PatchUser200Role;
  /** @nullable */
  email: string | null;
  emailVerified: boolean;
  disabled: boolean;
  /** whether a code is asked for after the password */
  secondFactor: boolean;
  /**
     * how many there are
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  passkeys: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastSeenAt: string | null;
  /** of role and state: for `ifVersion` of a change */
  version: string;
};

export type GetUsersInvitations200ItemsItemRole = typeof GetUsersInvitations200ItemsItemRole[keyof typeof GetUsersInvitations200ItemsItemRole];


export const GetUsersInvitations200ItemsItemRole = {
  owner: 'owner',
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
} as const;

export type GetUsersInvitations200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  email: string;
  role: GetUsersInvitations200ItemsItemRole;
  /**
     * who invited; null where the account is gone, or nobody was named
     * @nullable
     */
  by: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  expiresAt: string;
  /** whether it is too late for it */
  over: boolean;
};

export type GetUsersInvitations200 = {
  items: GetUsersInvitations200ItemsItem[];
  /** @nullable */
  next: null;
};

export type PostUsersInvitationsBodyRole = typeof PostUsersInvitationsBodyRole[keyof typeof PostUsersInvitationsBodyRole];


export const PostUsersInvitationsBodyRole = {
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
} as const;

export type PostUsersInvitationsBody = {
  /** @maxLength 254 */
  email: string;
  role?: PostUsersInvitationsBodyRole;
};

export type PostUsersInvitations201 = {
  /** for the invited person only */
  url: string;
  /** whether it is on its way by e-mail */
  sent: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  expiresAt: string;
};

export type PostMeDeletionBody = {
  /**
     * @minLength 1
     * @maxLength 128
     */
  password: string;
};

export type GetMeAuditParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
/**
 * a code of docs/security/audit.md
 */
kind?: GetMeAuditKind;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
since?: string;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
until?: string;
};

export type GetMeAuditKind = typeof GetMeAuditKind[keyof typeof GetMeAuditKind];


export const GetMeAuditKind = {
  'acted-as': 'acted-as',
  'signed-in': 'signed-in',
  'sign-in-failed': 'sign-in-failed',
  'sign-in-locked': 'sign-in-locked',
  'password-wrong': 'password-wrong',
  'code-wrong': 'code-wrong',
  'codes-on': 'codes-on',
  'codes-off': 'codes-off',
  'codes-after-passkey': 'codes-after-passkey',
  'recovery-codes-renewed': 'recovery-codes-renewed',
  'passkey-added': 'passkey-added',
  'passkey-removed': 'passkey-removed',
  'passkey-counted-back': 'passkey-counted-back',
  'factors-taken-away': 'factors-taken-away',
  'signed-out': 'signed-out',
  'session-ended': 'session-ended',
  'sessions-ended': 'sessions-ended',
  'password-changed': 'password-changed',
  'password-reset-asked': 'password-reset-asked',
  'password-reset-link-made': 'password-reset-link-made',
  'password-reset': 'password-reset',
  'email-change-asked': 'email-change-asked',
  'email-confirmed': 'email-confirmed',
  'signed-up': 'signed-up',
  'setup-link-made': 'setup-link-made',
  claimed: 'claimed',
  'invitation-made': 'invitation-made',
  'invitation-used': 'invitation-used',
  'invitation-ended': 'invitation-ended',
  'role-changed': 'role-changed',
  'account-disabled': 'account-disabled',
  'account-enabled': 'account-enabled',
  'account-exported': 'account-exported',
  'account-deleted': 'account-deleted',
  'key-made': 'key-made',
  'key-ended': 'key-ended',
  'feed-made': 'feed-made',
  'feed-ended': 'feed-ended',
  'channel-added': 'channel-added',
  'channel-changed': 'channel-changed',
  'channel-removed': 'channel-removed',
  'channel-confirmation-sent': 'channel-confirmation-sent',
  'channel-confirmed': 'channel-confirmed',
  'channel-confirmation-failed': 'channel-confirmation-failed',
  'channel-switched-off': 'channel-switched-off',
  'channel-tested': 'channel-tested',
  'source-added': 'source-added',
  'source-changed': 'source-changed',
  'source-paused': 'source-paused',
  'source-resumed': 'source-resumed',
  'source-removed': 'source-removed',
  'mailbox-added': 'mailbox-added',
  'mailbox-changed': 'mailbox-changed',
  'mailbox-removed': 'mailbox-removed',
  'terms-accepted': 'terms-accepted',
  'terms-withdrawn': 'terms-withdrawn',
  'settings-changed': 'settings-changed',
  refused: 'refused',
  'marketplace-connected': 'marketplace-connected',
  'marketplace-disconnected': 'marketplace-disconnected',
  'marketplace-person-forgotten': 'marketplace-person-forgotten',
  'deliveries-replayed': 'deliveries-replayed',
  'jobs-retried': 'jobs-retried',
  'jobs-discarded': 'jobs-discarded',
  'backup-asked': 'backup-asked',
  'demo-removed': 'demo-removed',
  'secrets-rotated': 'secrets-rotated',
  'log-level-set': 'log-level-set',
} as const;

export type GetMeAudit200ItemsItemOutcome = typeof GetMeAudit200ItemsItemOutcome[keyof typeof GetMeAudit200ItemsItemOutcome];


export const GetMeAudit200ItemsItemOutcome = {
  done: 'done',
  refused: 'refused',
} as const;

export type GetMeAudit200ItemsItemByVia = typeof GetMeAudit200ItemsItemByVia[keyof typeof GetMeAudit200ItemsItemByVia];


export const GetMeAudit200ItemsItemByVia = {
  http: 'http',
  cli: 'cli',
  program: 'program',
} as const;

export type GetMeAudit200ItemsItemBy = {
  via: GetMeAudit200ItemsItemByVia;
  /** the account; null of nobody, the program, and who has the machine */
  id: number | null;
  /**
     * null where the account is gone, or not yours to see
     * @nullable
     */
  name: string | null;
  keyId: number | null;
};

export type GetMeAudit200ItemsItemTargetKind = typeof GetMeAudit200ItemsItemTargetKind[keyof typeof GetMeAudit200ItemsItemTargetKind];


export const GetMeAudit200ItemsItemTargetKind = {
  account: 'account',
  channel: 'channel',
  delivery: 'delivery',
  invitation: 'invitation',
  key: 'key',
  mailbox: 'mailbox',
  notification: 'notification',
  passkey: 'passkey',
  session: 'session',
  source: 'source',
} as const;

export type GetMeAudit200ItemsItemTarget = {
  kind: GetMeAudit200ItemsItemTargetKind;
  id: string;
} | null;

export type GetMeAudit200ItemsItemDetails = {[key: string]: string | number | boolean | null};

export type GetMeAudit200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  /** a code of docs/security/audit.md */
  kind: string;
  says: string;
  outcome: GetMeAudit200ItemsItemOutcome;
  by: GetMeAudit200ItemsItemBy;
  /** whose account or rows it is about */
  person: number | null;
  target: GetMeAudit200ItemsItemTarget;
  /** @nullable */
  address: string | null;
  /** @nullable */
  userAgent: string | null;
  /**
     * how often within the minute, of what anybody can cause
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  times: number;
  details: GetMeAudit200ItemsItemDetails;
};

export type GetMeAudit200 = {
  items: GetMeAudit200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetAuditParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
/**
 * a code of docs/security/audit.md
 */
kind?: GetAuditKind;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
since?: string;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
until?: string;
/**
 * the id of an account: what they did, and what was done to them
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
person?: number;
};

export type GetAuditKind = typeof GetAuditKind[keyof typeof GetAuditKind];


export const GetAuditKind = {
  'acted-as': 'acted-as',
  'signed-in': 'signed-in',
  'sign-in-failed': 'sign-in-failed',
  'sign-in-locked': 'sign-in-locked',
  'password-wrong': 'password-wrong',
  'code-wrong': 'code-wrong',
  'codes-on': 'codes-on',
  'codes-off': 'codes-off',
  'codes-after-passkey': 'codes-after-passkey',
  'recovery-codes-renewed': 'recovery-codes-renewed',
  'passkey-added': 'passkey-added',
  'passkey-removed': 'passkey-removed',
  'passkey-counted-back': 'passkey-counted-back',
  'factors-taken-away': 'factors-taken-away',
  'signed-out': 'signed-out',
  'session-ended': 'session-ended',
  'sessions-ended': 'sessions-ended',
  'password-changed': 'password-changed',
  'password-reset-asked': 'password-reset-asked',
  'password-reset-link-made': 'password-reset-link-made',
  'password-reset': 'password-reset',
  'email-change-asked': 'email-change-asked',
  'email-confirmed': 'email-confirmed',
  'signed-up': 'signed-up',
  'setup-link-made': 'setup-link-made',
  claimed: 'claimed',
  'invitation-made': 'invitation-made',
  'invitation-used': 'invitation-used',
  'invitation-ended': 'invitation-ended',
  'role-changed': 'role-changed',
  'account-disabled': 'account-disabled',
  'account-enabled': 'account-enabled',
  'account-exported': 'account-exported',
  'account-deleted': 'account-deleted',
  'key-made': 'key-made',
  'key-ended': 'key-ended',
  'feed-made': 'feed-made',
  'feed-ended': 'feed-ended',
  'channel-added': 'channel-added',
  'channel-changed': 'channel-changed',
  'channel-removed': 'channel-removed',
  'channel-confirmation-sent': 'channel-confirmation-sent',
  'channel-confirmed': 'channel-confirmed',
  'channel-confirmation-failed': 'channel-confirmation-failed',
  'channel-switched-off': 'channel-switched-off',
  'channel-tested': 'channel-tested',
  'source-added': 'source-added',
  'source-changed': 'source-changed',
  'source-paused': 'source-paused',
  'source-resumed': 'source-resumed',
  'source-removed': 'source-removed',
  'mailbox-added': 'mailbox-added',
  'mailbox-changed': 'mailbox-changed',
  'mailbox-removed': 'mailbox-removed',
  'terms-accepted': 'terms-accepted',
  'terms-withdrawn': 'terms-withdrawn',
  'settings-changed': 'settings-changed',
  refused: 'refused',
  'marketplace-connected': 'marketplace-connected',
  'marketplace-disconnected': 'marketplace-disconnected',
  'marketplace-person-forgotten': 'marketplace-person-forgotten',
  'deliveries-replayed': 'deliveries-replayed',
  'jobs-retried': 'jobs-retried',
  'jobs-discarded': 'jobs-discarded',
  'backup-asked': 'backup-asked',
  'demo-removed': 'demo-removed',
  'secrets-rotated': 'secrets-rotated',
  'log-level-set': 'log-level-set',
} as const;

export type GetAudit200ItemsItemOutcome = typeof GetAudit200ItemsItemOutcome[keyof typeof GetAudit200ItemsItemOutcome];


export const GetAudit200ItemsItemOutcome = {
  done: 'done',
  refused: 'refused',
} as const;

export type GetAudit200ItemsItemByVia = typeof GetAudit200ItemsItemByVia[keyof typeof GetAudit200ItemsItemByVia];


export const GetAudit200ItemsItemByVia = {
  http: 'http',
  cli: 'cli',
  program: 'program',
} as const;

export type GetAudit200ItemsItemBy = {
  via: GetAudit200ItemsItemByVia;
  /** the account; null of nobody, the program, and who has the machine */
  id: number | null;
  /**
     * null where the account is gone, or not yours to see
     * @nullable
     */
  name: string | null;
  keyId: number | null;
};

export type GetAudit200ItemsItemTargetKind = typeof GetAudit200ItemsItemTargetKind[keyof typeof GetAudit200ItemsItemTargetKind];


export const GetAudit200ItemsItemTargetKind = {
  account: 'account',
  channel: 'channel',
  delivery: 'delivery',
  invitation: 'invitation',
  key: 'key',
  mailbox: 'mailbox',
  notification: 'notification',
  passkey: 'passkey',
  session: 'session',
  source: 'source',
} as const;

export type GetAudit200ItemsItemTarget = {
  kind: GetAudit200ItemsItemTargetKind;
  id: string;
} | null;

export type GetAudit200ItemsItemDetails = {[key: string]: string | number | boolean | null};

export type GetAudit200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  /** a code of docs/security/audit.md */
  kind: string;
  says: string;
  outcome: GetAudit200ItemsItemOutcome;
  by: GetAudit200ItemsItemBy;
  /** whose account or rows it is about */
  person: number | null;
  target: GetAudit200ItemsItemTarget;
  /** @nullable */
  address: string | null;
  /** @nullable */
  userAgent: string | null;
  /**
     * how often within the minute, of what anybody can cause
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  times: number;
  details: GetAudit200ItemsItemDetails;
};

export type GetAudit200 = {
  items: GetAudit200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetListingsParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
/**
 * @maxLength 500
 */
q?: string;
category?: string | string[];
marketplace?: string | string[];
condition?: string | string[];
kind?: string | string[];
demo?: boolean | string;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
scoreMin?: number;
currency?: string;
/**
 * @maxLength 200
 */
near?: string;
/**
 * @maximum 20000
 * @exclusiveMinimum 0
 */
withinKm?: number;
state?: GetListingsState;
};

export type GetListingsState = typeof GetListingsState[keyof typeof GetListingsState];


export const GetListingsState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetListings200ItemsItemKind = typeof GetListings200ItemsItemKind[keyof typeof GetListings200ItemsItemKind];


export const GetListings200ItemsItemKind = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
} as const;

export type GetListings200ItemsItemPriceMeaning = typeof GetListings200ItemsItemPriceMeaning[keyof typeof GetListings200ItemsItemPriceMeaning];


export const GetListings200ItemsItemPriceMeaning = {
  asked: 'asked',
  placeholder: 'placeholder',
  free: 'free',
  periodic: 'periodic',
  unit: 'unit',
  offers: 'offers',
  none: 'none',
} as const;

export type GetListings200ItemsItemCondition = typeof GetListings200ItemsItemCondition[keyof typeof GetListings200ItemsItemCondition] | null;


export const GetListings200ItemsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetListings200ItemsItemCategory = typeof GetListings200ItemsItemCategory[keyof typeof GetListings200ItemsItemCategory];


export const GetListings200ItemsItemCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetListings200ItemsItemState = typeof GetListings200ItemsItemState[keyof typeof GetListings200ItemsItemState];


export const GetListings200ItemsItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetListings200ItemsItemBasis = typeof GetListings200ItemsItemBasis[keyof typeof GetListings200ItemsItemBasis];


export const GetListings200ItemsItemBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetListings200ItemsItemReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListings200ItemsItemReasonSaid = {
  code: string;
  params: GetListings200ItemsItemReasonSaidParams;
} | null;

export type GetListings200ItemsItemValueBasis = typeof GetListings200ItemsItemValueBasis[keyof typeof GetListings200ItemsItemValueBasis];


export const GetListings200ItemsItemValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetListings200ItemsItemValueMethod = typeof GetListings200ItemsItemValueMethod[keyof typeof GetListings200ItemsItemValueMethod];


export const GetListings200ItemsItemValueMethod = {
  similar: 'similar',
  category: 'category',
} as const;

export type GetListings200ItemsItemValue = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  basis: GetListings200ItemsItemValueBasis;
  method: GetListings200ItemsItemValueMethod;
  /** @nullable */
  confidence: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  oldestAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  newestAt: string;
} | null;

export type GetListings200ItemsItemRiskLevel = typeof GetListings200ItemsItemRiskLevel[keyof typeof GetListings200ItemsItemRiskLevel];


export const GetListings200ItemsItemRiskLevel = {
  low: 'low',
  elevated: 'elevated',
  high: 'high',
} as const;

export type GetListings200ItemsItemRisk = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  level: GetListings200ItemsItemRiskLevel;
};

export type GetListings200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  kind: GetListings200ItemsItemKind;
  kindProbability: number;
  kindWords: string[];
  priceMeaning: GetListings200ItemsItemPriceMeaning;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  shippingCents: number | null;
  condition: GetListings200ItemsItemCondition;
  category: GetListings200ItemsItemCategory;
  /** @nullable */
  brand: string | null;
  /** @nullable */
  location: string | null;
  /** @nullable */
  lat: number | null;
  /** @nullable */
  lon: number | null;
  /** @nullable */
  distanceKm: number | null;
  imageUrls: string[];
  /** @nullable */
  buyingFormat: string | null;
  endsAt: string | null;
  variations: boolean;
  state: GetListings200ItemsItemState;
  basis: GetListings200ItemsItemBasis;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  scoredAt: string;
  /** @nullable */
  reason: string | null;
  reasonSaid: GetListings200ItemsItemReasonSaid;
  value: GetListings200ItemsItemValue;
  risk: GetListings200ItemsItemRisk;
  personal: boolean;
  demo: boolean;
};

export type GetListings200 = {
  items: GetListings200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetDealsParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
/**
 * @maxLength 500
 */
q?: string;
category?: string | string[];
marketplace?: string | string[];
condition?: string | string[];
kind?: string | string[];
demo?: boolean | string;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
scoreMin?: number;
currency?: string;
/**
 * @maxLength 200
 */
near?: string;
/**
 * @maximum 20000
 * @exclusiveMinimum 0
 */
withinKm?: number;
free?: GetDealsFree;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
landedCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
landedCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
riskMax?: number;
/**
 * @minimum 1
 * @maximum 100
 */
discountPctMin?: number;
/**
 * @minimum -10000000000000
 * @maximum 10000000000000
 */
profitCentsMin?: number;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
since?: string;
/**
 * @maxLength 200
 */
bbox?: string;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
ruleId?: number;
state?: GetDealsState;
collapse?: GetDealsCollapse;
sort?: GetDealsSort;
};

export type GetDealsFree = typeof GetDealsFree[keyof typeof GetDealsFree];


export const GetDealsFree = {
  no: 'no',
  only: 'only',
  also: 'also',
} as const;

export type GetDealsState = typeof GetDealsState[keyof typeof GetDealsState];


export const GetDealsState = {
  new: 'new',
  seen: 'seen',
  hidden: 'hidden',
  contacted: 'contacted',
  bought: 'bought',
} as const;

export type GetDealsCollapse = typeof GetDealsCollapse[keyof typeof GetDealsCollapse];


export const GetDealsCollapse = {
  cluster: 'cluster',
} as const;

export type GetDealsSort = typeof GetDealsSort[keyof typeof GetDealsSort];


export const GetDealsSort = {
  score: 'score',
  price: 'price',
  newest: 'newest',
  distance: 'distance',
  discount: 'discount',
  profit: 'profit',
  ends: 'ends',
} as const;

export type GetDeals200ItemsItemKind = typeof GetDeals200ItemsItemKind[keyof typeof GetDeals200ItemsItemKind];


export const GetDeals200ItemsItemKind = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
} as const;

export type GetDeals200ItemsItemPriceMeaning = typeof GetDeals200ItemsItemPriceMeaning[keyof typeof GetDeals200ItemsItemPriceMeaning];


export const GetDeals200ItemsItemPriceMeaning = {
  asked: 'asked',
  placeholder: 'placeholder',
  free: 'free',
  periodic: 'periodic',
  unit: 'unit',
  offers: 'offers',
  none: 'none',
} as const;

export type GetDeals200ItemsItemCondition = typeof GetDeals200ItemsItemCondition[keyof typeof GetDeals200ItemsItemCondition] | null;


export const GetDeals200ItemsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetDeals200ItemsItemCategory = typeof GetDeals200ItemsItemCategory[keyof typeof GetDeals200ItemsItemCategory];


export const GetDeals200ItemsItemCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetDeals200ItemsItemState = typeof GetDeals200ItemsItemState[keyof typeof GetDeals200ItemsItemState];


export const GetDeals200ItemsItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetDeals200ItemsItemBasis = typeof GetDeals200ItemsItemBasis[keyof typeof GetDeals200ItemsItemBasis];


export const GetDeals200ItemsItemBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetDeals200ItemsItemReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetDeals200ItemsItemReasonSaid = {
  code: string;
  params: GetDeals200ItemsItemReasonSaidParams;
} | null;

export type GetDeals200ItemsItemValueBasis = typeof GetDeals200ItemsItemValueBasis[keyof typeof GetDeals200ItemsItemValueBasis];


export const GetDeals200ItemsItemValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetDeals200ItemsItemValueMethod = typeof GetDeals200ItemsItemValueMethod[keyof typeof GetDeals200ItemsItemValueMethod];


export const GetDeals200ItemsItemValueMethod = {
  similar: 'similar',
  category: 'category',
} as const;

export type GetDeals200ItemsItemValue = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  basis: GetDeals200ItemsItemValueBasis;
  method: GetDeals200ItemsItemValueMethod;
  /** @nullable */
  confidence: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  oldestAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  newestAt: string;
} | null;

export type GetDeals200ItemsItemRiskLevel = typeof GetDeals200ItemsItemRiskLevel[keyof typeof GetDeals200ItemsItemRiskLevel];


export const GetDeals200ItemsItemRiskLevel = {
  low: 'low',
  elevated: 'elevated',
  high: 'high',
} as const;

export type GetDeals200ItemsItemRisk = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  level: GetDeals200ItemsItemRiskLevel;
};

export type GetDeals200ItemsItemCluster = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  marketplaces: string[];
  lowestPriceCents: number | null;
} | null;

export type GetDeals200ItemsItemPreviousPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /** @nullable */
  currency: string | null;
} | null;

export type GetDeals200ItemsItemPhoto = {
  url: string;
  width: number | null;
  height: number | null;
} | null;

export type GetDeals200ItemsItemMarkHiddenReason = typeof GetDeals200ItemsItemMarkHiddenReason[keyof typeof GetDeals200ItemsItemMarkHiddenReason] | null;


export const GetDeals200ItemsItemMarkHiddenReason = {
  'not-wanted': 'not-wanted',
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  'bad-condition': 'bad-condition',
  suspicious: 'suspicious',
  other: 'other',
} as const;

export type GetDeals200ItemsItemMark = {
  seenAt: string | null;
  hiddenAt: string | null;
  hiddenReason: GetDeals200ItemsItemMarkHiddenReason;
  contactedAt: string | null;
  boughtAt: string | null;
  /** @nullable */
  note: string | null;
  tags: string[];
};

export type GetDeals200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  kind: GetDeals200ItemsItemKind;
  kindProbability: number;
  kindWords: string[];
  priceMeaning: GetDeals200ItemsItemPriceMeaning;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  shippingCents: number | null;
  condition: GetDeals200ItemsItemCondition;
  category: GetDeals200ItemsItemCategory;
  /** @nullable */
  brand: string | null;
  /** @nullable */
  location: string | null;
  /** @nullable */
  lat: number | null;
  /** @nullable */
  lon: number | null;
  /** @nullable */
  distanceKm: number | null;
  imageUrls: string[];
  /** @nullable */
  buyingFormat: string | null;
  endsAt: string | null;
  variations: boolean;
  state: GetDeals200ItemsItemState;
  basis: GetDeals200ItemsItemBasis;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  scoredAt: string;
  /** @nullable */
  reason: string | null;
  reasonSaid: GetDeals200ItemsItemReasonSaid;
  value: GetDeals200ItemsItemValue;
  risk: GetDeals200ItemsItemRisk;
  personal: boolean;
  demo: boolean;
  cluster: GetDeals200ItemsItemCluster;
  landedCents: number | null;
  profitCents: number | null;
  previousPrice: GetDeals200ItemsItemPreviousPrice;
  photo: GetDeals200ItemsItemPhoto;
  isTownCentre: boolean;
  isNew: boolean;
  mark: GetDeals200ItemsItemMark;
};

export type GetDeals200 = {
  items: GetDeals200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetListingsCardsParams = {
/**
 * @maxLength 2000
 */
ids: string;
};

export type GetListingsCards200ItemsItemKind = typeof GetListingsCards200ItemsItemKind[keyof typeof GetListingsCards200ItemsItemKind];


export const GetListingsCards200ItemsItemKind = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
} as const;

export type GetListingsCards200ItemsItemPriceMeaning = typeof GetListingsCards200ItemsItemPriceMeaning[keyof typeof GetListingsCards200ItemsItemPriceMeaning];


export const GetListingsCards200ItemsItemPriceMeaning = {
  asked: 'asked',
  placeholder: 'placeholder',
  free: 'free',
  periodic: 'periodic',
  unit: 'unit',
  offers: 'offers',
  none: 'none',
} as const;

export type GetListingsCards200ItemsItemCondition = typeof GetListingsCards200ItemsItemCondition[keyof typeof GetListingsCards200ItemsItemCondition] | null;


export const GetListingsCards200ItemsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetListingsCards200ItemsItemCategory = typeof GetListingsCards200ItemsItemCategory[keyof typeof GetListingsCards200ItemsItemCategory];


export const GetListingsCards200ItemsItemCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetListingsCards200ItemsItemState = typeof GetListingsCards200ItemsItemState[keyof typeof GetListingsCards200ItemsItemState];


export const GetListingsCards200ItemsItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetListingsCards200ItemsItemBasis = typeof GetListingsCards200ItemsItemBasis[keyof typeof GetListingsCards200ItemsItemBasis];


export const GetListingsCards200ItemsItemBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetListingsCards200ItemsItemReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListingsCards200ItemsItemReasonSaid = {
  code: string;
  params: GetListingsCards200ItemsItemReasonSaidParams;
} | null;

export type GetListingsCards200ItemsItemValueBasis = typeof GetListingsCards200ItemsItemValueBasis[keyof typeof GetListingsCards200ItemsItemValueBasis];


export const GetListingsCards200ItemsItemValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetListingsCards200ItemsItemValueMethod = typeof GetListingsCards200ItemsItemValueMethod[keyof typeof GetListingsCards200ItemsItemValueMethod];


export const GetListingsCards200ItemsItemValueMethod = {
  similar: 'similar',
  category: 'category',
} as const;

export type GetListingsCards200ItemsItemValue = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  basis: GetListingsCards200ItemsItemValueBasis;
  method: GetListingsCards200ItemsItemValueMethod;
  /** @nullable */
  confidence: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  oldestAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  newestAt: string;
} | null;

export type GetListingsCards200ItemsItemRiskLevel = typeof GetListingsCards200ItemsItemRiskLevel[keyof typeof GetListingsCards200ItemsItemRiskLevel];


export const GetListingsCards200ItemsItemRiskLevel = {
  low: 'low',
  elevated: 'elevated',
  high: 'high',
} as const;

export type GetListingsCards200ItemsItemRisk = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  level: GetListingsCards200ItemsItemRiskLevel;
};

export type GetListingsCards200ItemsItemCluster = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  marketplaces: string[];
  lowestPriceCents: number | null;
} | null;

export type GetListingsCards200ItemsItemPreviousPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /** @nullable */
  currency: string | null;
} | null;

export type GetListingsCards200ItemsItemPhoto = {
  url: string;
  width: number | null;
  height: number | null;
} | null;

export type GetListingsCards200ItemsItemMarkHiddenReason = typeof GetListingsCards200ItemsItemMarkHiddenReason[keyof typeof GetListingsCards200ItemsItemMarkHiddenReason] | null;


export const GetListingsCards200ItemsItemMarkHiddenReason = {
  'not-wanted': 'not-wanted',
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  'bad-condition': 'bad-condition',
  suspicious: 'suspicious',
  other: 'other',
} as const;

export type GetListingsCards200ItemsItemMark = {
  seenAt: string | null;
  hiddenAt: string | null;
  hiddenReason: GetListingsCards200ItemsItemMarkHiddenReason;
  contactedAt: string | null;
  boughtAt: string | null;
  /** @nullable */
  note: string | null;
  tags: string[];
};

export type GetListingsCards200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  kind: GetListingsCards200ItemsItemKind;
  kindProbability: number;
  kindWords: string[];
  priceMeaning: GetListingsCards200ItemsItemPriceMeaning;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  shippingCents: number | null;
  condition: GetListingsCards200ItemsItemCondition;
  category: GetListingsCards200ItemsItemCategory;
  /** @nullable */
  brand: string | null;
  /** @nullable */
  location: string | null;
  /** @nullable */
  lat: number | null;
  /** @nullable */
  lon: number | null;
  /** @nullable */
  distanceKm: number | null;
  imageUrls: string[];
  /** @nullable */
  buyingFormat: string | null;
  endsAt: string | null;
  variations: boolean;
  state: GetListingsCards200ItemsItemState;
  basis: GetListingsCards200ItemsItemBasis;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  scoredAt: string;
  /** @nullable */
  reason: string | null;
  reasonSaid: GetListingsCards200ItemsItemReasonSaid;
  value: GetListingsCards200ItemsItemValue;
  risk: GetListingsCards200ItemsItemRisk;
  personal: boolean;
  demo: boolean;
  cluster: GetListingsCards200ItemsItemCluster;
  landedCents: number | null;
  profitCents: number | null;
  previousPrice: GetListingsCards200ItemsItemPreviousPrice;
  photo: GetListingsCards200ItemsItemPhoto;
  isTownCentre: boolean;
  isNew: boolean;
  mark: GetListingsCards200ItemsItemMark;
};

export type GetListingsCards200 = {
  items: GetListingsCards200ItemsItem[];
};

export type GetListingsAtParams = {
/**
 * @minLength 1
 * @maxLength 4000
 */
address: string;
};

export type GetListingsAt200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
};

export type GetListing200Kind = typeof GetListing200Kind[keyof typeof GetListing200Kind];


export const GetListing200Kind = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
} as const;

export type GetListing200PriceMeaning = typeof GetListing200PriceMeaning[keyof typeof GetListing200PriceMeaning];


export const GetListing200PriceMeaning = {
  asked: 'asked',
  placeholder: 'placeholder',
  free: 'free',
  periodic: 'periodic',
  unit: 'unit',
  offers: 'offers',
  none: 'none',
} as const;

export type GetListing200Condition = typeof GetListing200Condition[keyof typeof GetListing200Condition] | null;


export const GetListing200Condition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetListing200Category = typeof GetListing200Category[keyof typeof GetListing200Category];


export const GetListing200Category = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetListing200State = typeof GetListing200State[keyof typeof GetListing200State];


export const GetListing200State = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetListing200Basis = typeof GetListing200Basis[keyof typeof GetListing200Basis];


export const GetListing200Basis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetListing200ReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListing200ReasonSaid = {
  code: string;
  params: GetListing200ReasonSaidParams;
} | null;

export type GetListing200ValueBasis = typeof GetListing200ValueBasis[keyof typeof GetListing200ValueBasis];


export const GetListing200ValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetListing200ValueMethod = typeof GetListing200ValueMethod[keyof typeof GetListing200ValueMethod];


export const GetListing200ValueMethod = {
  similar: 'similar',
  category: 'category',
} as const;

export type GetListing200Value = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  basis: GetListing200ValueBasis;
  method: GetListing200ValueMethod;
  /** @nullable */
  confidence: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  oldestAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  newestAt: string;
} | null;

export type GetListing200RiskLevel = typeof GetListing200RiskLevel[keyof typeof GetListing200RiskLevel];


export const GetListing200RiskLevel = {
  low: 'low',
  elevated: 'elevated',
  high: 'high',
} as const;

export type GetListing200Risk = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  level: GetListing200RiskLevel;
};

export type GetListing200Attributes = {[key: string]: string};

export type GetListing200PriceHistoryItem = {
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  seenAt: string;
};

export type GetListing200CompsItemCondition = typeof GetListing200CompsItemCondition[keyof typeof GetListing200CompsItemCondition] | null;


export const GetListing200CompsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetListing200CompsItemBasis = typeof GetListing200CompsItemBasis[keyof typeof GetListing200CompsItemBasis];


export const GetListing200CompsItemBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetListing200CompsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  url: string;
  marketplace: string;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  condition: GetListing200CompsItemCondition;
  basis: GetListing200CompsItemBasis;
  postedAt: string | null;
};

export type GetListing200RiskSignalsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListing200RiskSignalsItem = {
  name: string;
  weight: number;
  sentence: string;
  code: string;
  params: GetListing200RiskSignalsItemParams;
};

export type GetListing200ScorePartsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListing200ScorePartsItem = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  points: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  pointsMax: number;
  sentence: string;
  code: string;
  params: GetListing200ScorePartsItemParams;
};

export type GetListing200FlipProfitSellThroughSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListing200FlipProfitSellThroughSaid = {
  code: string;
  params: GetListing200FlipProfitSellThroughSaidParams;
};

export type GetListing200FlipProfitDelivery = typeof GetListing200FlipProfitDelivery[keyof typeof GetListing200FlipProfitDelivery];


export const GetListing200FlipProfitDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type GetListing200FlipProfitTermsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListing200FlipProfitTermsItem = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  sentence: string;
  code: string;
  params: GetListing200FlipProfitTermsItemParams;
};

export type GetListing200FlipProfit = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  profitCents: number;
  currency: string;
  roiPercent: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  profitIfSoldCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sellThroughBps: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sellWithinDays: number;
  sellThroughSentence: string;
  sellThroughSaid: GetListing200FlipProfitSellThroughSaid;
  marketplace: string;
  delivery: GetListing200FlipProfitDelivery;
  terms: GetListing200FlipProfitTermsItem[];
} | null;

export type GetListing200ProfitUnknownSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListing200ProfitUnknownSaid = {
  code: string;
  params: GetListing200ProfitUnknownSaidParams;
} | null;

export type GetListing200Cluster = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  summary: string;
} | null;

export type GetListing200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  kind: GetListing200Kind;
  kindProbability: number;
  kindWords: string[];
  priceMeaning: GetListing200PriceMeaning;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  shippingCents: number | null;
  condition: GetListing200Condition;
  category: GetListing200Category;
  /** @nullable */
  brand: string | null;
  /** @nullable */
  location: string | null;
  /** @nullable */
  lat: number | null;
  /** @nullable */
  lon: number | null;
  /** @nullable */
  distanceKm: number | null;
  imageUrls: string[];
  /** @nullable */
  buyingFormat: string | null;
  endsAt: string | null;
  variations: boolean;
  state: GetListing200State;
  basis: GetListing200Basis;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  scoredAt: string;
  /** @nullable */
  reason: string | null;
  reasonSaid: GetListing200ReasonSaid;
  value: GetListing200Value;
  risk: GetListing200Risk;
  personal: boolean;
  demo: boolean;
  /** @nullable */
  description: string | null;
  /** @nullable */
  conditionText: string | null;
  /** @nullable */
  siteCategory: string | null;
  originalPriceCents: number | null;
  /** @nullable */
  originalCurrency: string | null;
  bidCount: number | null;
  /** @nullable */
  repostOf: string | null;
  attributes: GetListing200Attributes;
  priceHistory: GetListing200PriceHistoryItem[];
  comps: GetListing200CompsItem[];
  riskSignals: GetListing200RiskSignalsItem[];
  scoreParts: GetListing200ScorePartsItem[];
  flipProfit: GetListing200FlipProfit;
  /** @nullable */
  profitUnknown: string | null;
  profitUnknownSaid: GetListing200ProfitUnknownSaid;
  cluster: GetListing200Cluster;
};

export type GetListingSimilar200ItemsItemKind = typeof GetListingSimilar200ItemsItemKind[keyof typeof GetListingSimilar200ItemsItemKind];


export const GetListingSimilar200ItemsItemKind = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
} as const;

export type GetListingSimilar200ItemsItemPriceMeaning = typeof GetListingSimilar200ItemsItemPriceMeaning[keyof typeof GetListingSimilar200ItemsItemPriceMeaning];


export const GetListingSimilar200ItemsItemPriceMeaning = {
  asked: 'asked',
  placeholder: 'placeholder',
  free: 'free',
  periodic: 'periodic',
  unit: 'unit',
  offers: 'offers',
  none: 'none',
} as const;

export type GetListingSimilar200ItemsItemCondition = typeof GetListingSimilar200ItemsItemCondition[keyof typeof GetListingSimilar200ItemsItemCondition] | null;


export const GetListingSimilar200ItemsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetListingSimilar200ItemsItemCategory = typeof GetListingSimilar200ItemsItemCategory[keyof typeof GetListingSimilar200ItemsItemCategory];


export const GetListingSimilar200ItemsItemCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetListingSimilar200ItemsItemState = typeof GetListingSimilar200ItemsItemState[keyof typeof GetListingSimilar200ItemsItemState];


export const GetListingSimilar200ItemsItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetListingSimilar200ItemsItemBasis = typeof GetListingSimilar200ItemsItemBasis[keyof typeof GetListingSimilar200ItemsItemBasis];


export const GetListingSimilar200ItemsItemBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetListingSimilar200ItemsItemReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListingSimilar200ItemsItemReasonSaid = {
  code: string;
  params: GetListingSimilar200ItemsItemReasonSaidParams;
} | null;

export type GetListingSimilar200ItemsItemValueBasis = typeof GetListingSimilar200ItemsItemValueBasis[keyof typeof GetListingSimilar200ItemsItemValueBasis];


export const GetListingSimilar200ItemsItemValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetListingSimilar200ItemsItemValueMethod = typeof GetListingSimilar200ItemsItemValueMethod[keyof typeof GetListingSimilar200ItemsItemValueMethod];


export const GetListingSimilar200ItemsItemValueMethod = {
  similar: 'similar',
  category: 'category',
} as const;

export type GetListingSimilar200ItemsItemValue = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  basis: GetListingSimilar200ItemsItemValueBasis;
  method: GetListingSimilar200ItemsItemValueMethod;
  /** @nullable */
  confidence: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  oldestAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  newestAt: string;
} | null;

export type GetListingSimilar200ItemsItemRiskLevel = typeof GetListingSimilar200ItemsItemRiskLevel[keyof typeof GetListingSimilar200ItemsItemRiskLevel];


export const GetListingSimilar200ItemsItemRiskLevel = {
  low: 'low',
  elevated: 'elevated',
  high: 'high',
} as const;

export type GetListingSimilar200ItemsItemRisk = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  level: GetListingSimilar200ItemsItemRiskLevel;
};

export type GetListingSimilar200ItemsItemCluster = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  marketplaces: string[];
  lowestPriceCents: number | null;
} | null;

export type GetListingSimilar200ItemsItemPreviousPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /** @nullable */
  currency: string | null;
} | null;

export type GetListingSimilar200ItemsItemPhoto = {
  url: string;
  width: number | null;
  height: number | null;
} | null;

export type GetListingSimilar200ItemsItemMarkHiddenReason = typeof GetListingSimilar200ItemsItemMarkHiddenReason[keyof typeof GetListingSimilar200ItemsItemMarkHiddenReason] | null;


export const GetListingSimilar200ItemsItemMarkHiddenReason = {
  'not-wanted': 'not-wanted',
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  'bad-condition': 'bad-condition',
  suspicious: 'suspicious',
  other: 'other',
} as const;

export type GetListingSimilar200ItemsItemMark = {
  seenAt: string | null;
  hiddenAt: string | null;
  hiddenReason: GetListingSimilar200ItemsItemMarkHiddenReason;
  contactedAt: string | null;
  boughtAt: string | null;
  /** @nullable */
  note: string | null;
  tags: string[];
};

export type GetListingSimilar200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  kind: GetListingSimilar200ItemsItemKind;
  kindProbability: number;
  kindWords: string[];
  priceMeaning: GetListingSimilar200ItemsItemPriceMeaning;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  shippingCents: number | null;
  condition: GetListingSimilar200ItemsItemCondition;
  category: GetListingSimilar200ItemsItemCategory;
  /** @nullable */
  brand: string | null;
  /** @nullable */
  location: string | null;
  /** @nullable */
  lat: number | null;
  /** @nullable */
  lon: number | null;
  /** @nullable */
  distanceKm: number | null;
  imageUrls: string[];
  /** @nullable */
  buyingFormat: string | null;
  endsAt: string | null;
  variations: boolean;
  state: GetListingSimilar200ItemsItemState;
  basis: GetListingSimilar200ItemsItemBasis;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  scoredAt: string;
  /** @nullable */
  reason: string | null;
  reasonSaid: GetListingSimilar200ItemsItemReasonSaid;
  value: GetListingSimilar200ItemsItemValue;
  risk: GetListingSimilar200ItemsItemRisk;
  personal: boolean;
  demo: boolean;
  cluster: GetListingSimilar200ItemsItemCluster;
  landedCents: number | null;
  profitCents: number | null;
  previousPrice: GetListingSimilar200ItemsItemPreviousPrice;
  photo: GetListingSimilar200ItemsItemPhoto;
  isTownCentre: boolean;
  isNew: boolean;
  mark: GetListingSimilar200ItemsItemMark;
};

export type GetListingSimilar200 = {
  items: GetListingSimilar200ItemsItem[];
};

export type GetDealsFacetsParams = {
/**
 * @maxLength 500
 */
q?: string;
category?: string | string[];
marketplace?: string | string[];
condition?: string | string[];
kind?: string | string[];
demo?: boolean | string;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
scoreMin?: number;
currency?: string;
/**
 * @maxLength 200
 */
near?: string;
/**
 * @maximum 20000
 * @exclusiveMinimum 0
 */
withinKm?: number;
free?: GetDealsFacetsFree;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
landedCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
landedCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
riskMax?: number;
/**
 * @minimum 1
 * @maximum 100
 */
discountPctMin?: number;
/**
 * @minimum -10000000000000
 * @maximum 10000000000000
 */
profitCentsMin?: number;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
since?: string;
/**
 * @maxLength 200
 */
bbox?: string;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
ruleId?: number;
state?: GetDealsFacetsState;
collapse?: GetDealsFacetsCollapse;
};

export type GetDealsFacetsFree = typeof GetDealsFacetsFree[keyof typeof GetDealsFacetsFree];


export const GetDealsFacetsFree = {
  no: 'no',
  only: 'only',
  also: 'also',
} as const;

export type GetDealsFacetsState = typeof GetDealsFacetsState[keyof typeof GetDealsFacetsState];


export const GetDealsFacetsState = {
  new: 'new',
  seen: 'seen',
  hidden: 'hidden',
  contacted: 'contacted',
  bought: 'bought',
} as const;

export type GetDealsFacetsCollapse = typeof GetDealsFacetsCollapse[keyof typeof GetDealsFacetsCollapse];


export const GetDealsFacetsCollapse = {
  cluster: 'cluster',
} as const;

export type GetDealsFacets200Total = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetDealsFacets200CategoryItem = {
  value: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetDealsFacets200MarketplaceItem = {
  value: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetDealsFacets200ConditionItem = {
  value: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetDealsFacets200RiskItem = {
  value: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetDealsFacets200MarkItem = {
  value: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetDealsFacets200 = {
  total: GetDealsFacets200Total;
  category: GetDealsFacets200CategoryItem[];
  marketplace: GetDealsFacets200MarketplaceItem[];
  condition: GetDealsFacets200ConditionItem[];
  risk: GetDealsFacets200RiskItem[];
  mark: GetDealsFacets200MarkItem[];
};

export type GetDealsPointsParams = {
/**
 * @maxLength 500
 */
q?: string;
category?: string | string[];
marketplace?: string | string[];
condition?: string | string[];
kind?: string | string[];
demo?: boolean | string;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
scoreMin?: number;
currency?: string;
/**
 * @maxLength 200
 */
near?: string;
/**
 * @maximum 20000
 * @exclusiveMinimum 0
 */
withinKm?: number;
free?: GetDealsPointsFree;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
landedCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
landedCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
riskMax?: number;
/**
 * @minimum 1
 * @maximum 100
 */
discountPctMin?: number;
/**
 * @minimum -10000000000000
 * @maximum 10000000000000
 */
profitCentsMin?: number;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
since?: string;
/**
 * @maxLength 200
 */
bbox?: string;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
ruleId?: number;
state?: GetDealsPointsState;
collapse?: GetDealsPointsCollapse;
};

export type GetDealsPointsFree = typeof GetDealsPointsFree[keyof typeof GetDealsPointsFree];


export const GetDealsPointsFree = {
  no: 'no',
  only: 'only',
  also: 'also',
} as const;

export type GetDealsPointsState = typeof GetDealsPointsState[keyof typeof GetDealsPointsState];


export const GetDealsPointsState = {
  new: 'new',
  seen: 'seen',
  hidden: 'hidden',
  contacted: 'contacted',
  bought: 'bought',
} as const;

export type GetDealsPointsCollapse = typeof GetDealsPointsCollapse[keyof typeof GetDealsPointsCollapse];


export const GetDealsPointsCollapse = {
  cluster: 'cluster',
} as const;

export type GetDealsPoints200Placeless = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetDealsPoints200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  total: number;
  truncated: boolean;
  placeless: GetDealsPoints200Placeless;
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  id: number[];
  lat: number[];
  lon: number[];
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  score: number[];
  priceCents: (number | null)[];
  currency: (string | null)[];
  isTownCentre: boolean[];
};

export type GetDealsCsvParams = {
/**
 * @maxLength 500
 */
q?: string;
category?: string | string[];
marketplace?: string | string[];
condition?: string | string[];
kind?: string | string[];
demo?: boolean | string;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
priceCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
scoreMin?: number;
currency?: string;
/**
 * @maxLength 200
 */
near?: string;
/**
 * @maximum 20000
 * @exclusiveMinimum 0
 */
withinKm?: number;
free?: GetDealsCsvFree;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
landedCentsMin?: number;
/**
 * @minimum 0
 * @maximum 10000000000000
 */
landedCentsMax?: number;
/**
 * @minimum 0
 * @maximum 100
 */
riskMax?: number;
/**
 * @minimum 1
 * @maximum 100
 */
discountPctMin?: number;
/**
 * @minimum -10000000000000
 * @maximum 10000000000000
 */
profitCentsMin?: number;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
since?: string;
/**
 * @maxLength 200
 */
bbox?: string;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
ruleId?: number;
state?: GetDealsCsvState;
collapse?: GetDealsCsvCollapse;
sort?: GetDealsCsvSort;
/**
 * @minimum 1
 * @maximum 10000
 */
limit?: number;
};

export type GetDealsCsvFree = typeof GetDealsCsvFree[keyof typeof GetDealsCsvFree];


export const GetDealsCsvFree = {
  no: 'no',
  only: 'only',
  also: 'also',
} as const;

export type GetDealsCsvState = typeof GetDealsCsvState[keyof typeof GetDealsCsvState];


export const GetDealsCsvState = {
  new: 'new',
  seen: 'seen',
  hidden: 'hidden',
  contacted: 'contacted',
  bought: 'bought',
} as const;

export type GetDealsCsvCollapse = typeof GetDealsCsvCollapse[keyof typeof GetDealsCsvCollapse];


export const GetDealsCsvCollapse = {
  cluster: 'cluster',
} as const;

export type GetDealsCsvSort = typeof GetDealsCsvSort[keyof typeof GetDealsCsvSort];


export const GetDealsCsvSort = {
  score: 'score',
  price: 'price',
  newest: 'newest',
  distance: 'distance',
  discount: 'discount',
  profit: 'profit',
  ends: 'ends',
} as const;

export type PutListingMarkBodyHiddenReason = typeof PutListingMarkBodyHiddenReason[keyof typeof PutListingMarkBodyHiddenReason];


export const PutListingMarkBodyHiddenReason = {
  'not-wanted': 'not-wanted',
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  'bad-condition': 'bad-condition',
  suspicious: 'suspicious',
  other: 'other',
} as const;

export type PutListingMarkBody = {
  seen?: boolean;
  hidden?: boolean;
  hiddenReason?: PutListingMarkBodyHiddenReason;
  contacted?: boolean;
  bought?: boolean;
  note?: string | null;
  /** @maxItems 20 */
  tags?: string[];
};

export type PutListingMark200MarkHiddenReason = typeof PutListingMark200MarkHiddenReason[keyof typeof PutListingMark200MarkHiddenReason] | null;


export const PutListingMark200MarkHiddenReason = {
  'not-wanted': 'not-wanted',
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  'bad-condition': 'bad-condition',
  suspicious: 'suspicious',
  other: 'other',
} as const;

export type PutListingMark200Mark = {
  seenAt: string | null;
  hiddenAt: string | null;
  hiddenReason: PutListingMark200MarkHiddenReason;
  contactedAt: string | null;
  boughtAt: string | null;
  /** @nullable */
  note: string | null;
  tags: string[];
};

export type PutListingMark200Undo = {
  /** @pattern ^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$ */
  undo: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  expiresAt: string;
};

export type PutListingMark200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  mark: PutListingMark200Mark;
  undo: PutListingMark200Undo;
};

export type PostListingsMarksBodyFilterFree = typeof PostListingsMarksBodyFilterFree[keyof typeof PostListingsMarksBodyFilterFree];


export const PostListingsMarksBodyFilterFree = {
  no: 'no',
  only: 'only',
  also: 'also',
} as const;

export type PostListingsMarksBodyFilterState = typeof PostListingsMarksBodyFilterState[keyof typeof PostListingsMarksBodyFilterState];


export const PostListingsMarksBodyFilterState = {
  new: 'new',
  seen: 'seen',
  hidden: 'hidden',
  contacted: 'contacted',
  bought: 'bought',
} as const;

export type PostListingsMarksBodyFilterCollapse = typeof PostListingsMarksBodyFilterCollapse[keyof typeof PostListingsMarksBodyFilterCollapse];


export const PostListingsMarksBodyFilterCollapse = {
  cluster: 'cluster',
} as const;

export type PostListingsMarksBodyFilter = {
  /** @maxLength 500 */
  q?: string;
  category?: string | string[];
  marketplace?: string | string[];
  condition?: string | string[];
  kind?: string | string[];
  demo?: boolean | string;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCentsMin?: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCentsMax?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  scoreMin?: number;
  currency?: string;
  /** @maxLength 200 */
  near?: string;
  /**
     * @maximum 20000
     * @exclusiveMinimum 0
     */
  withinKm?: number;
  free?: PostListingsMarksBodyFilterFree;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  landedCentsMin?: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  landedCentsMax?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  riskMax?: number;
  /**
     * @minimum 1
     * @maximum 100
     */
  discountPctMin?: number;
  /**
     * @minimum -10000000000000
     * @maximum 10000000000000
     */
  profitCentsMin?: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  since?: string;
  /** @maxLength 200 */
  bbox?: string;
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  ruleId?: number;
  state?: PostListingsMarksBodyFilterState;
  collapse?: PostListingsMarksBodyFilterCollapse;
};

export type PostListingsMarksBodyMarkHiddenReason = typeof PostListingsMarksBodyMarkHiddenReason[keyof typeof PostListingsMarksBodyMarkHiddenReason];


export const PostListingsMarksBodyMarkHiddenReason = {
  'not-wanted': 'not-wanted',
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  'bad-condition': 'bad-condition',
  suspicious: 'suspicious',
  other: 'other',
} as const;

export type PostListingsMarksBodyMark = {
  seen?: boolean;
  hidden?: boolean;
  hiddenReason?: PostListingsMarksBodyMarkHiddenReason;
  contacted?: boolean;
  bought?: boolean;
  note?: string | null;
  /** @maxItems 20 */
  tags?: string[];
};

export type PostListingsMarksBody = {
  /**
     * @minItems 1
     * @maxItems 10000
     * @items.maximum 9007199254740991
     * @items.exclusiveMinimum 0
     */
  ids?: number[];
  filter?: PostListingsMarksBodyFilter;
  mark?: PostListingsMarksBodyMark;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  seenUpTo?: string;
};

export type PostListingsMarks200Undo = {
  /** @pattern ^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$ */
  undo: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  expiresAt: string;
};

export type PostListingsMarks200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  marked: number;
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  missing: number[];
  seenUpTo: string | null;
  undo: PostListingsMarks200Undo;
};

export type PostListingsMarksUndoBody = {
  /** @pattern ^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$ */
  undo: string;
};

export type PostListingsMarksUndo200Undo = {
  /** @pattern ^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$ */
  undo: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  expiresAt: string;
};

export type PostListingsMarksUndo200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  marked: number;
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  missing: number[];
  seenUpTo: string | null;
  undo: PostListingsMarksUndo200Undo;
};

export type GetStreamParams = {
/**
 * @maxLength 100
 */
after?: string;
};

export type GetSummary200Unread = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetSummary200NewDeals = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetSummary200BlindSourcesItemSentenceSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSummary200BlindSourcesItemSentenceSaid = {
  code: string;
  params: GetSummary200BlindSourcesItemSentenceSaidParams;
} | null;

export type GetSummary200BlindSourcesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  name: string;
  since: string | null;
  /** @nullable */
  sentence: string | null;
  sentenceSaid: GetSummary200BlindSourcesItemSentenceSaid;
};

export type GetSummary200NeedsItemKind = typeof GetSummary200NeedsItemKind[keyof typeof GetSummary200NeedsItemKind];


export const GetSummary200NeedsItemKind = {
  'blind-source': 'blind-source',
  'dead-jobs': 'dead-jobs',
  'failed-deliveries': 'failed-deliveries',
  'no-source': 'no-source',
  'no-rule': 'no-rule',
  'no-channel': 'no-channel',
  'no-home': 'no-home',
} as const;

export type GetSummary200NeedsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSummary200NeedsItem = {
  kind: GetSummary200NeedsItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  sentence: string;
  code: string;
  params: GetSummary200NeedsItemParams;
  path: string;
};

export type GetSummary200 = {
  unread: GetSummary200Unread;
  newDeals: GetSummary200NewDeals;
  seenUpTo: string | null;
  blindSources: GetSummary200BlindSourcesItem[];
  deadJobs: number | null;
  needs: GetSummary200NeedsItem[];
};

export type GetViews200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  search: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetViews200 = {
  items: GetViews200ItemsItem[];
};

export type PostViewsBody = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  name: string;
  /** @maxLength 1000 */
  search: string;
};

export type PostViews201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  search: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PatchViewBody = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  name?: string;
  /** @maxLength 1000 */
  search?: string;
};

export type PatchView200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  search: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetClustersParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
sort?: GetClustersSort;
demo?: string;
};

export type GetClustersSort = typeof GetClustersSort[keyof typeof GetClustersSort];


export const GetClustersSort = {
  recent: 'recent',
  size: 'size',
} as const;

export type GetClusters200ItemsItemSummarySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetClusters200ItemsItemSummarySaid = {
  code: string;
  params: GetClusters200ItemsItemSummarySaidParams;
};

export type GetClusters200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  forSale: number;
  marketplaces: string[];
  summary: string;
  summarySaid: GetClusters200ItemsItemSummarySaid;
  /** @nullable */
  currency: string | null;
  firstPriceCents: number | null;
  lastPriceCents: number | null;
  changePercent: number | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetClusters200 = {
  items: GetClusters200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetCluster200SummarySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetCluster200SummarySaid = {
  code: string;
  params: GetCluster200SummarySaidParams;
};

export type GetCluster200MembersItemState = typeof GetCluster200MembersItemState[keyof typeof GetCluster200MembersItemState];


export const GetCluster200MembersItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetCluster200MembersItemKind = typeof GetCluster200MembersItemKind[keyof typeof GetCluster200MembersItemKind];


export const GetCluster200MembersItemKind = {
  repost: 'repost',
  'cross-post': 'cross-post',
  'multi-listing': 'multi-listing',
} as const;

export type GetCluster200MembersItemSentenceSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetCluster200MembersItemSentenceSaid = {
  code: string;
  params: GetCluster200MembersItemSentenceSaidParams;
};

export type GetCluster200MembersItemBy = typeof GetCluster200MembersItemBy[keyof typeof GetCluster200MembersItemBy];


export const GetCluster200MembersItemBy = {
  machine: 'machine',
  person: 'person',
} as const;

export type GetCluster200MembersItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetCluster200MembersItemState;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  endedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  joinedAt: string;
  kind: GetCluster200MembersItemKind;
  score: number;
  reason: string;
  sentence: string;
  sentenceSaid: GetCluster200MembersItemSentenceSaid;
  by: GetCluster200MembersItemBy;
};

export type GetCluster200TimelineItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
};

export type GetCluster200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  forSale: number;
  marketplaces: string[];
  summary: string;
  summarySaid: GetCluster200SummarySaid;
  /** @nullable */
  currency: string | null;
  firstPriceCents: number | null;
  lastPriceCents: number | null;
  changePercent: number | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  relisted: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  crossPosted: number;
  otherCurrencies: string[];
  members: GetCluster200MembersItem[];
  timeline: GetCluster200TimelineItem[];
};

export type GetListingCluster200ClusterSummarySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListingCluster200ClusterSummarySaid = {
  code: string;
  params: GetListingCluster200ClusterSummarySaidParams;
};

export type GetListingCluster200ClusterMembersItemState = typeof GetListingCluster200ClusterMembersItemState[keyof typeof GetListingCluster200ClusterMembersItemState];


export const GetListingCluster200ClusterMembersItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetListingCluster200ClusterMembersItemKind = typeof GetListingCluster200ClusterMembersItemKind[keyof typeof GetListingCluster200ClusterMembersItemKind];


export const GetListingCluster200ClusterMembersItemKind = {
  repost: 'repost',
  'cross-post': 'cross-post',
  'multi-listing': 'multi-listing',
} as const;

export type GetListingCluster200ClusterMembersItemSentenceSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListingCluster200ClusterMembersItemSentenceSaid = {
  code: string;
  params: GetListingCluster200ClusterMembersItemSentenceSaidParams;
};

export type GetListingCluster200ClusterMembersItemBy = typeof GetListingCluster200ClusterMembersItemBy[keyof typeof GetListingCluster200ClusterMembersItemBy];


export const GetListingCluster200ClusterMembersItemBy = {
  machine: 'machine',
  person: 'person',
} as const;

export type GetListingCluster200ClusterMembersItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetListingCluster200ClusterMembersItemState;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  endedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  joinedAt: string;
  kind: GetListingCluster200ClusterMembersItemKind;
  score: number;
  reason: string;
  sentence: string;
  sentenceSaid: GetListingCluster200ClusterMembersItemSentenceSaid;
  by: GetListingCluster200ClusterMembersItemBy;
};

export type GetListingCluster200ClusterTimelineItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
};

export type GetListingCluster200Cluster = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  forSale: number;
  marketplaces: string[];
  summary: string;
  summarySaid: GetListingCluster200ClusterSummarySaid;
  /** @nullable */
  currency: string | null;
  firstPriceCents: number | null;
  lastPriceCents: number | null;
  changePercent: number | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  relisted: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  crossPosted: number;
  otherCurrencies: string[];
  members: GetListingCluster200ClusterMembersItem[];
  timeline: GetListingCluster200ClusterTimelineItem[];
} | null;

export type GetListingCluster200MaybeItemState = typeof GetListingCluster200MaybeItemState[keyof typeof GetListingCluster200MaybeItemState];


export const GetListingCluster200MaybeItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetListingCluster200MaybeItemKind = typeof GetListingCluster200MaybeItemKind[keyof typeof GetListingCluster200MaybeItemKind];


export const GetListingCluster200MaybeItemKind = {
  repost: 'repost',
  'cross-post': 'cross-post',
  'multi-listing': 'multi-listing',
} as const;

export type GetListingCluster200MaybeItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  title: string;
  url: string;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetListingCluster200MaybeItemState;
  kind: GetListingCluster200MaybeItemKind;
  score: number;
  reason: string;
};

export type GetListingCluster200 = {
  cluster: GetListingCluster200Cluster;
  maybe: GetListingCluster200MaybeItem[];
};

export type PostClustersMergeBody = {
  /**
     * @minItems 2
     * @maxItems 50
     * @items.maximum 9007199254740991
     * @items.exclusiveMinimum 0
     */
  listingIds: number[];
};

export type PostClustersMerge200SummarySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostClustersMerge200SummarySaid = {
  code: string;
  params: PostClustersMerge200SummarySaidParams;
};

export type PostClustersMerge200MembersItemState = typeof PostClustersMerge200MembersItemState[keyof typeof PostClustersMerge200MembersItemState];


export const PostClustersMerge200MembersItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PostClustersMerge200MembersItemKind = typeof PostClustersMerge200MembersItemKind[keyof typeof PostClustersMerge200MembersItemKind];


export const PostClustersMerge200MembersItemKind = {
  repost: 'repost',
  'cross-post': 'cross-post',
  'multi-listing': 'multi-listing',
} as const;

export type PostClustersMerge200MembersItemSentenceSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostClustersMerge200MembersItemSentenceSaid = {
  code: string;
  params: PostClustersMerge200MembersItemSentenceSaidParams;
};

export type PostClustersMerge200MembersItemBy = typeof PostClustersMerge200MembersItemBy[keyof typeof PostClustersMerge200MembersItemBy];


export const PostClustersMerge200MembersItemBy = {
  machine: 'machine',
  person: 'person',
} as const;

export type PostClustersMerge200MembersItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: PostClustersMerge200MembersItemState;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  endedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  joinedAt: string;
  kind: PostClustersMerge200MembersItemKind;
  score: number;
  reason: string;
  sentence: string;
  sentenceSaid: PostClustersMerge200MembersItemSentenceSaid;
  by: PostClustersMerge200MembersItemBy;
};

export type PostClustersMerge200TimelineItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
};

export type PostClustersMerge200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  forSale: number;
  marketplaces: string[];
  summary: string;
  summarySaid: PostClustersMerge200SummarySaid;
  /** @nullable */
  currency: string | null;
  firstPriceCents: number | null;
  lastPriceCents: number | null;
  changePercent: number | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  relisted: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  crossPosted: number;
  otherCurrencies: string[];
  members: PostClustersMerge200MembersItem[];
  timeline: PostClustersMerge200TimelineItem[];
};

export type PostListingSplit200RemainingSummarySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostListingSplit200RemainingSummarySaid = {
  code: string;
  params: PostListingSplit200RemainingSummarySaidParams;
};

export type PostListingSplit200RemainingMembersItemState = typeof PostListingSplit200RemainingMembersItemState[keyof typeof PostListingSplit200RemainingMembersItemState];


export const PostListingSplit200RemainingMembersItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PostListingSplit200RemainingMembersItemKind = typeof PostListingSplit200RemainingMembersItemKind[keyof typeof PostListingSplit200RemainingMembersItemKind];


export const PostListingSplit200RemainingMembersItemKind = {
  repost: 'repost',
  'cross-post': 'cross-post',
  'multi-listing': 'multi-listing',
} as const;

export type PostListingSplit200RemainingMembersItemSentenceSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostListingSplit200RemainingMembersItemSentenceSaid = {
  code: string;
  params: PostListingSplit200RemainingMembersItemSentenceSaidParams;
};

export type PostListingSplit200RemainingMembersItemBy = typeof PostListingSplit200RemainingMembersItemBy[keyof typeof PostListingSplit200RemainingMembersItemBy];


export const PostListingSplit200RemainingMembersItemBy = {
  machine: 'machine',
  person: 'person',
} as const;

export type PostListingSplit200RemainingMembersItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  externalId: string;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: PostListingSplit200RemainingMembersItemState;
  postedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  endedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  joinedAt: string;
  kind: PostListingSplit200RemainingMembersItemKind;
  score: number;
  reason: string;
  sentence: string;
  sentenceSaid: PostListingSplit200RemainingMembersItemSentenceSaid;
  by: PostListingSplit200RemainingMembersItemBy;
};

export type PostListingSplit200RemainingTimelineItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
};

export type PostListingSplit200Remaining = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  url: string;
  /** @nullable */
  imageUrl: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  size: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  forSale: number;
  marketplaces: string[];
  summary: string;
  summarySaid: PostListingSplit200RemainingSummarySaid;
  /** @nullable */
  currency: string | null;
  firstPriceCents: number | null;
  lastPriceCents: number | null;
  changePercent: number | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  relisted: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  crossPosted: number;
  otherCurrencies: string[];
  members: PostListingSplit200RemainingMembersItem[];
  timeline: PostListingSplit200RemainingTimelineItem[];
} | null;

export type PostListingSplit200 = {
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  listingId: number;
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  leftClusterId: number;
  remaining: PostListingSplit200Remaining;
};

export type GetPhotoParams = {
w?: GetPhotoW;
};

export type GetPhotoW = typeof GetPhotoW[keyof typeof GetPhotoW];


export const GetPhotoW = {
  NUMBER_176: '176',
  NUMBER_352: '352',
  NUMBER_704: '704',
  NUMBER_1408: '1408',
} as const;

export type GetListingMessageParams = {
/**
 * @minLength 1
 * @maxLength 100
 */
template?: string;
language?: GetListingMessageLanguage;
/**
 * @minLength 1
 * @maxLength 30
 */
offer?: string;
/**
 * @maxLength 120
 */
pickup?: string;
/**
 * @maxLength 120
 */
name?: string;
};

export type GetListingMessageLanguage = typeof GetListingMessageLanguage[keyof typeof GetListingMessageLanguage];


export const GetListingMessageLanguage = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
} as const;

export type GetListingMessage200Kind = typeof GetListingMessage200Kind[keyof typeof GetListingMessage200Kind];


export const GetListingMessage200Kind = {
  'first-contact': 'first-contact',
  offer: 'offer',
  'firm-price': 'firm-price',
  free: 'free',
  'follow-up': 'follow-up',
} as const;

export type GetListingMessage200Language = typeof GetListingMessage200Language[keyof typeof GetListingMessage200Language];


export const GetListingMessage200Language = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
} as const;

export type GetListingMessage200Template = {
  id: number | null;
  name: string;
};

export type GetListingMessage200 = {
  text: string;
  missing: string[];
  kind: GetListingMessage200Kind;
  language: GetListingMessage200Language;
  template: GetListingMessage200Template;
  offerCents: number | null;
  walkAwayCents: number | null;
  /** @nullable */
  currency: string | null;
  reason: string;
  sentences: string[];
  /** @nullable */
  listingUrl: string | null;
  demo: boolean;
  note: string;
};

export type GetMessageTemplates200ItemsItemKind = typeof GetMessageTemplates200ItemsItemKind[keyof typeof GetMessageTemplates200ItemsItemKind];


export const GetMessageTemplates200ItemsItemKind = {
  'first-contact': 'first-contact',
  offer: 'offer',
  'firm-price': 'firm-price',
  free: 'free',
  'follow-up': 'follow-up',
} as const;

export type GetMessageTemplates200ItemsItemLanguage = typeof GetMessageTemplates200ItemsItemLanguage[keyof typeof GetMessageTemplates200ItemsItemLanguage];


export const GetMessageTemplates200ItemsItemLanguage = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
} as const;

export type GetMessageTemplates200ItemsItem = {
  id: number | null;
  name: string;
  kind: GetMessageTemplates200ItemsItemKind;
  language: GetMessageTemplates200ItemsItemLanguage;
  body: string;
  isDefault: boolean;
  createdAt: string | null;
  updatedAt: string | null;
};

export type GetMessageTemplates200 = {
  items: GetMessageTemplates200ItemsItem[];
};

export type PostMessageTemplatesBodyKind = typeof PostMessageTemplatesBodyKind[keyof typeof PostMessageTemplatesBodyKind];


export const PostMessageTemplatesBodyKind = {
  'first-contact': 'first-contact',
  offer: 'offer',
  'firm-price': 'firm-price',
  free: 'free',
  'follow-up': 'follow-up',
} as const;

export type PostMessageTemplatesBodyLanguage = typeof PostMessageTemplatesBodyLanguage[keyof typeof PostMessageTemplatesBodyLanguage];


export const PostMessageTemplatesBodyLanguage = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
} as const;

export type PostMessageTemplatesBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  name: string;
  kind: PostMessageTemplatesBodyKind;
  language?: PostMessageTemplatesBodyLanguage;
  /**
     * @minLength 1
     * @maxLength 2000
     */
  body: string;
  isDefault?: boolean;
};

export type PostMessageTemplates201Kind = typeof PostMessageTemplates201Kind[keyof typeof PostMessageTemplates201Kind];


export const PostMessageTemplates201Kind = {
  'first-contact': 'first-contact',
  offer: 'offer',
  'firm-price': 'firm-price',
  free: 'free',
  'follow-up': 'follow-up',
} as const;

export type PostMessageTemplates201Language = typeof PostMessageTemplates201Language[keyof typeof PostMessageTemplates201Language];


export const PostMessageTemplates201Language = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
} as const;

export type PostMessageTemplates201 = {
  id: number | null;
  name: string;
  kind: PostMessageTemplates201Kind;
  language: PostMessageTemplates201Language;
  body: string;
  isDefault: boolean;
  createdAt: string | null;
  updatedAt: string | null;
};

export type PostMessageTemplatesPreviewBodyLanguage = typeof PostMessageTemplatesPreviewBodyLanguage[keyof typeof PostMessageTemplatesPreviewBodyLanguage];


export const PostMessageTemplatesPreviewBodyLanguage = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
} as const;

export type PostMessageTemplatesPreviewBody = {
  /**
     * @minLength 1
     * @maxLength 2000
     */
  body: string;
  language?: PostMessageTemplatesPreviewBodyLanguage;
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  listingId?: number;
  /** @maxLength 120 */
  pickup?: string;
  /** @maxLength 120 */
  name?: string;
};

export type PostMessageTemplatesPreview200 = {
  text: string;
  missing: string[];
};

export type PutMessageTemplateBodyKind = typeof PutMessageTemplateBodyKind[keyof typeof PutMessageTemplateBodyKind];


export const PutMessageTemplateBodyKind = {
  'first-contact': 'first-contact',
  offer: 'offer',
  'firm-price': 'firm-price',
  free: 'free',
  'follow-up': 'follow-up',
} as const;

export type PutMessageTemplateBodyLanguage = typeof PutMessageTemplateBodyLanguage[keyof typeof PutMessageTemplateBodyLanguage];


export const PutMessageTemplateBodyLanguage = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
} as const;

export type PutMessageTemplateBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  name: string;
  kind: PutMessageTemplateBodyKind;
  language?: PutMessageTemplateBodyLanguage;
  /**
     * @minLength 1
     * @maxLength 2000
     */
  body: string;
  isDefault?: boolean;
};

export type PutMessageTemplate200Kind = typeof PutMessageTemplate200Kind[keyof typeof PutMessageTemplate200Kind];


export const PutMessageTemplate200Kind = {
  'first-contact': 'first-contact',
  offer: 'offer',
  'firm-price': 'firm-price',
  free: 'free',
  'follow-up': 'follow-up',
} as const;

export type PutMessageTemplate200Language = typeof PutMessageTemplate200Language[keyof typeof PutMessageTemplate200Language];


export const PutMessageTemplate200Language = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
} as const;

export type PutMessageTemplate200 = {
  id: number | null;
  name: string;
  kind: PutMessageTemplate200Kind;
  language: PutMessageTemplate200Language;
  body: string;
  isDefault: boolean;
  createdAt: string | null;
  updatedAt: string | null;
};

export type GetItemsParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
state?: GetItemsState;
/**
 * @maxLength 200
 */
q?: string;
};

export type GetItemsState = typeof GetItemsState[keyof typeof GetItemsState];


export const GetItemsState = {
  unlisted: 'unlisted',
  listed: 'listed',
  sold: 'sold',
  oversold: 'oversold',
  kept: 'kept',
  lost: 'lost',
} as const;

export type GetItems200ItemsItemCategory = typeof GetItems200ItemsItemCategory[keyof typeof GetItems200ItemsItemCategory];


export const GetItems200ItemsItemCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetItems200ItemsItemCondition = typeof GetItems200ItemsItemCondition[keyof typeof GetItems200ItemsItemCondition] | null;


export const GetItems200ItemsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetItems200ItemsItemState = typeof GetItems200ItemsItemState[keyof typeof GetItems200ItemsItemState];


export const GetItems200ItemsItemState = {
  unlisted: 'unlisted',
  listed: 'listed',
  sold: 'sold',
  oversold: 'oversold',
  kept: 'kept',
  lost: 'lost',
} as const;

export type GetItems200ItemsItemCostItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type GetItems200ItemsItemProfitItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
};

export type GetItems200ItemsItemPredicted = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type GetItems200ItemsItemPostsItemState = typeof GetItems200ItemsItemPostsItemState[keyof typeof GetItems200ItemsItemPostsItemState];


export const GetItems200ItemsItemPostsItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type GetItems200ItemsItemPostsItemVia = typeof GetItems200ItemsItemPostsItemVia[keyof typeof GetItems200ItemsItemPostsItemVia];


export const GetItems200ItemsItemPostsItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type GetItems200ItemsItemPostsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetItems200ItemsItemPostsItemState;
  via: GetItems200ItemsItemPostsItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
};

export type GetItems200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sku: string;
  title: string;
  category: GetItems200ItemsItemCategory;
  /** @nullable */
  brand: string | null;
  condition: GetItems200ItemsItemCondition;
  /** @nullable */
  details: string | null;
  /** @nullable */
  defects: string | null;
  /** @nullable */
  included: string | null;
  /** @nullable */
  note: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
  state: GetItems200ItemsItemState;
  listingId: number | null;
  /** @nullable */
  boughtOn: string | null;
  cost: GetItems200ItemsItemCostItem[];
  profit: GetItems200ItemsItemProfitItem[];
  predicted: GetItems200ItemsItemPredicted;
  posts: GetItems200ItemsItemPostsItem[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetItems200 = {
  items: GetItems200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostItemsBodyCategory = typeof PostItemsBodyCategory[keyof typeof PostItemsBodyCategory];


export const PostItemsBodyCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostItemsBodyCondition = typeof PostItemsBodyCondition[keyof typeof PostItemsBodyCondition] | null;


export const PostItemsBodyCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostItemsBody = {
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  listingId?: number;
  title?: string;
  category?: PostItemsBodyCategory;
  /** @nullable */
  brand?: string | null;
  condition?: PostItemsBodyCondition;
  details?: string | null;
  defects?: string | null;
  included?: string | null;
  note?: string | null;
  /**
     * @minimum 1
     * @maximum 100000
     */
  quantity?: number;
  boughtOn?: string | null;
  costCents?: number | null;
  shippingInCents?: number | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
};

export type PostItems201Category = typeof PostItems201Category[keyof typeof PostItems201Category];


export const PostItems201Category = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostItems201Condition = typeof PostItems201Condition[keyof typeof PostItems201Condition] | null;


export const PostItems201Condition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostItems201State = typeof PostItems201State[keyof typeof PostItems201State];


export const PostItems201State = {
  unlisted: 'unlisted',
  listed: 'listed',
  sold: 'sold',
  oversold: 'oversold',
  kept: 'kept',
  lost: 'lost',
} as const;

export type PostItems201CostItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PostItems201ProfitItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
};

export type PostItems201Predicted = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PostItems201PostsItemState = typeof PostItems201PostsItemState[keyof typeof PostItems201PostsItemState];


export const PostItems201PostsItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type PostItems201PostsItemVia = typeof PostItems201PostsItemVia[keyof typeof PostItems201PostsItemVia];


export const PostItems201PostsItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type PostItems201PostsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: PostItems201PostsItemState;
  via: PostItems201PostsItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
};

export type PostItems201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sku: string;
  title: string;
  category: PostItems201Category;
  /** @nullable */
  brand: string | null;
  condition: PostItems201Condition;
  /** @nullable */
  details: string | null;
  /** @nullable */
  defects: string | null;
  /** @nullable */
  included: string | null;
  /** @nullable */
  note: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
  state: PostItems201State;
  listingId: number | null;
  /** @nullable */
  boughtOn: string | null;
  cost: PostItems201CostItem[];
  profit: PostItems201ProfitItem[];
  predicted: PostItems201Predicted;
  posts: PostItems201PostsItem[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetItem200Category = typeof GetItem200Category[keyof typeof GetItem200Category];


export const GetItem200Category = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetItem200Condition = typeof GetItem200Condition[keyof typeof GetItem200Condition] | null;


export const GetItem200Condition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetItem200State = typeof GetItem200State[keyof typeof GetItem200State];


export const GetItem200State = {
  unlisted: 'unlisted',
  listed: 'listed',
  sold: 'sold',
  oversold: 'oversold',
  kept: 'kept',
  lost: 'lost',
} as const;

export type GetItem200CostItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type GetItem200ProfitItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
};

export type GetItem200Predicted = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type GetItem200PostsItemState = typeof GetItem200PostsItemState[keyof typeof GetItem200PostsItemState];


export const GetItem200PostsItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type GetItem200PostsItemVia = typeof GetItem200PostsItemVia[keyof typeof GetItem200PostsItemVia];


export const GetItem200PostsItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type GetItem200PostsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetItem200PostsItemState;
  via: GetItem200PostsItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
};

export type GetItem200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sku: string;
  title: string;
  category: GetItem200Category;
  /** @nullable */
  brand: string | null;
  condition: GetItem200Condition;
  /** @nullable */
  details: string | null;
  /** @nullable */
  defects: string | null;
  /** @nullable */
  included: string | null;
  /** @nullable */
  note: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
  state: GetItem200State;
  listingId: number | null;
  /** @nullable */
  boughtOn: string | null;
  cost: GetItem200CostItem[];
  profit: GetItem200ProfitItem[];
  predicted: GetItem200Predicted;
  posts: GetItem200PostsItem[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PatchItemBodyCategory = typeof PatchItemBodyCategory[keyof typeof PatchItemBodyCategory];


export const PatchItemBodyCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PatchItemBodyCondition = typeof PatchItemBodyCondition[keyof typeof PatchItemBodyCondition] | null;


export const PatchItemBodyCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PatchItemBodyAside = typeof PatchItemBodyAside[keyof typeof PatchItemBodyAside] | null;


export const PatchItemBodyAside = {
  kept: 'kept',
  lost: 'lost',
} as const;

export type PatchItemBody = {
  title?: string;
  category?: PatchItemBodyCategory;
  /** @nullable */
  brand?: string | null;
  condition?: PatchItemBodyCondition;
  details?: string | null;
  defects?: string | null;
  included?: string | null;
  note?: string | null;
  /**
     * @minimum 1
     * @maximum 100000
     */
  quantity?: number;
  boughtOn?: string | null;
  aside?: PatchItemBodyAside;
};

export type PatchItem200Category = typeof PatchItem200Category[keyof typeof PatchItem200Category];


export const PatchItem200Category = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PatchItem200Condition = typeof PatchItem200Condition[keyof typeof PatchItem200Condition] | null;


export const PatchItem200Condition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PatchItem200State = typeof PatchItem200State[keyof typeof PatchItem200State];


export const PatchItem200State = {
  unlisted: 'unlisted',
  listed: 'listed',
  sold: 'sold',
  oversold: 'oversold',
  kept: 'kept',
  lost: 'lost',
} as const;

export type PatchItem200CostItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PatchItem200ProfitItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
};

export type PatchItem200Predicted = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PatchItem200PostsItemState = typeof PatchItem200PostsItemState[keyof typeof PatchItem200PostsItemState];


export const PatchItem200PostsItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type PatchItem200PostsItemVia = typeof PatchItem200PostsItemVia[keyof typeof PatchItem200PostsItemVia];


export const PatchItem200PostsItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type PatchItem200PostsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: PatchItem200PostsItemState;
  via: PatchItem200PostsItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
};

export type PatchItem200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sku: string;
  title: string;
  category: PatchItem200Category;
  /** @nullable */
  brand: string | null;
  condition: PatchItem200Condition;
  /** @nullable */
  details: string | null;
  /** @nullable */
  defects: string | null;
  /** @nullable */
  included: string | null;
  /** @nullable */
  note: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
  state: PatchItem200State;
  listingId: number | null;
  /** @nullable */
  boughtOn: string | null;
  cost: PatchItem200CostItem[];
  profit: PatchItem200ProfitItem[];
  predicted: PatchItem200Predicted;
  posts: PatchItem200PostsItem[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetItemPrices200ValueBasis = typeof GetItemPrices200ValueBasis[keyof typeof GetItemPrices200ValueBasis];


export const GetItemPrices200ValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetItemPrices200Value = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  basis: GetItemPrices200ValueBasis;
  confidence: number;
} | null;

export type GetItemPrices200ReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetItemPrices200ReasonSaid = {
  code: string;
  params: GetItemPrices200ReasonSaidParams;
};

export type GetItemPrices200SuggestionsItemName = typeof GetItemPrices200SuggestionsItemName[keyof typeof GetItemPrices200SuggestionsItemName];


export const GetItemPrices200SuggestionsItemName = {
  fast: 'fast',
  fair: 'fair',
  patient: 'patient',
} as const;

export type GetItemPrices200SuggestionsItemPlacesItemDelivery = typeof GetItemPrices200SuggestionsItemPlacesItemDelivery[keyof typeof GetItemPrices200SuggestionsItemPlacesItemDelivery];


export const GetItemPrices200SuggestionsItemPlacesItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type GetItemPrices200SuggestionsItemPlacesItem = {
  marketplace: string;
  delivery: GetItemPrices200SuggestionsItemPlacesItemDelivery;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feeCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  paymentCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  leavesCents: number;
  isUsual: boolean;
  profitCents: number | null;
};

export type GetItemPrices200SuggestionsItem = {
  name: GetItemPrices200SuggestionsItemName;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  askMore: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  of: number;
  places: GetItemPrices200SuggestionsItemPlacesItem[];
};

export type GetItemPrices200CompsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  url: string;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  adjustedCents: number;
  adjustments: string;
};

export type GetItemPrices200 = {
  value: GetItemPrices200Value;
  reason: string;
  reasonSaid: GetItemPrices200ReasonSaid;
  suggestions: GetItemPrices200SuggestionsItem[];
  floorCents: number | null;
  comps: GetItemPrices200CompsItem[];
};

export type PostItemPostsBody = {
  /** @pattern ^[a-z0-9][a-z0-9-]{0,49}$ */
  marketplace: string;
  url?: string | null;
  priceCents?: number | null;
  currency?: string | null;
};

export type PostItemPosts201Category = typeof PostItemPosts201Category[keyof typeof PostItemPosts201Category];


export const PostItemPosts201Category = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostItemPosts201Condition = typeof PostItemPosts201Condition[keyof typeof PostItemPosts201Condition] | null;


export const PostItemPosts201Condition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostItemPosts201State = typeof PostItemPosts201State[keyof typeof PostItemPosts201State];


export const PostItemPosts201State = {
  unlisted: 'unlisted',
  listed: 'listed',
  sold: 'sold',
  oversold: 'oversold',
  kept: 'kept',
  lost: 'lost',
} as const;

export type PostItemPosts201CostItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PostItemPosts201ProfitItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
};

export type PostItemPosts201Predicted = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PostItemPosts201PostsItemState = typeof PostItemPosts201PostsItemState[keyof typeof PostItemPosts201PostsItemState];


export const PostItemPosts201PostsItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type PostItemPosts201PostsItemVia = typeof PostItemPosts201PostsItemVia[keyof typeof PostItemPosts201PostsItemVia];


export const PostItemPosts201PostsItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type PostItemPosts201PostsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: PostItemPosts201PostsItemState;
  via: PostItemPosts201PostsItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
};

export type PostItemPosts201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sku: string;
  title: string;
  category: PostItemPosts201Category;
  /** @nullable */
  brand: string | null;
  condition: PostItemPosts201Condition;
  /** @nullable */
  details: string | null;
  /** @nullable */
  defects: string | null;
  /** @nullable */
  included: string | null;
  /** @nullable */
  note: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
  state: PostItemPosts201State;
  listingId: number | null;
  /** @nullable */
  boughtOn: string | null;
  cost: PostItemPosts201CostItem[];
  profit: PostItemPosts201ProfitItem[];
  predicted: PostItemPosts201Predicted;
  posts: PostItemPosts201PostsItem[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PatchPostBody = {
  url?: string | null;
  priceCents?: number | null;
  currency?: string | null;
  ended?: boolean;
  stillThere?: true;
};

export type PatchPost200Category = typeof PatchPost200Category[keyof typeof PatchPost200Category];


export const PatchPost200Category = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PatchPost200Condition = typeof PatchPost200Condition[keyof typeof PatchPost200Condition] | null;


export const PatchPost200Condition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PatchPost200State = typeof PatchPost200State[keyof typeof PatchPost200State];


export const PatchPost200State = {
  unlisted: 'unlisted',
  listed: 'listed',
  sold: 'sold',
  oversold: 'oversold',
  kept: 'kept',
  lost: 'lost',
} as const;

export type PatchPost200CostItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PatchPost200ProfitItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
};

export type PatchPost200Predicted = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PatchPost200PostsItemState = typeof PatchPost200PostsItemState[keyof typeof PatchPost200PostsItemState];


export const PatchPost200PostsItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type PatchPost200PostsItemVia = typeof PatchPost200PostsItemVia[keyof typeof PatchPost200PostsItemVia];


export const PatchPost200PostsItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type PatchPost200PostsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: PatchPost200PostsItemState;
  via: PatchPost200PostsItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
};

export type PatchPost200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sku: string;
  title: string;
  category: PatchPost200Category;
  /** @nullable */
  brand: string | null;
  condition: PatchPost200Condition;
  /** @nullable */
  details: string | null;
  /** @nullable */
  defects: string | null;
  /** @nullable */
  included: string | null;
  /** @nullable */
  note: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
  state: PatchPost200State;
  listingId: number | null;
  /** @nullable */
  boughtOn: string | null;
  cost: PatchPost200CostItem[];
  profit: PatchPost200ProfitItem[];
  predicted: PatchPost200Predicted;
  posts: PatchPost200PostsItem[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetSellPlaces200ItemsItemLanguage = typeof GetSellPlaces200ItemsItemLanguage[keyof typeof GetSellPlaces200ItemsItemLanguage];


export const GetSellPlaces200ItemsItemLanguage = {
  en: 'en',
  de: 'de',
  nl: 'nl',
} as const;

export type GetSellPlaces200ItemsItem = {
  id: string;
  name: string;
  composerUrl: string;
  manageUrl: string;
  language: GetSellPlaces200ItemsItemLanguage;
  currencies: string[];
  titleCharactersMax: number | null;
  descriptionCharactersMax: number | null;
  photosMax: number | null;
  runsDays: number | null;
  renewableAfterDays: number | null;
  rules: string;
};

export type GetSellPlaces200 = {
  items: GetSellPlaces200ItemsItem[];
};

export type GetItemAd200Language = typeof GetItemAd200Language[keyof typeof GetItemAd200Language];


export const GetItemAd200Language = {
  en: 'en',
  de: 'de',
  nl: 'nl',
} as const;

export type GetItemAd200FieldsItemName = typeof GetItemAd200FieldsItemName[keyof typeof GetItemAd200FieldsItemName];


export const GetItemAd200FieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type GetItemAd200FieldsItemFrom = typeof GetItemAd200FieldsItemFrom[keyof typeof GetItemAd200FieldsItemFrom];


export const GetItemAd200FieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type GetItemAd200FieldsItem = {
  name: GetItemAd200FieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: GetItemAd200FieldsItemFrom;
};

export type GetItemAd200Written = {
  title: string;
  description: string;
};

export type GetItemAd200Price = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type GetItemAd200FindingsItemSeverity = typeof GetItemAd200FindingsItemSeverity[keyof typeof GetItemAd200FindingsItemSeverity];


export const GetItemAd200FindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type GetItemAd200FindingsItemField = typeof GetItemAd200FindingsItemField[keyof typeof GetItemAd200FindingsItemField] | null;


export const GetItemAd200FindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type GetItemAd200FindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetItemAd200FindingsItem = {
  severity: GetItemAd200FindingsItemSeverity;
  field: GetItemAd200FindingsItemField;
  sentence: string;
  code: string;
  params: GetItemAd200FindingsItemParams;
};

export type GetItemAd200PostState = typeof GetItemAd200PostState[keyof typeof GetItemAd200PostState];


export const GetItemAd200PostState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type GetItemAd200PostVia = typeof GetItemAd200PostVia[keyof typeof GetItemAd200PostVia];


export const GetItemAd200PostVia = {
  person: 'person',
  api: 'api',
} as const;

export type GetItemAd200Post = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetItemAd200PostState;
  via: GetItemAd200PostVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
} | null;

export type GetItemAd200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  name: string;
  composerUrl: string;
  manageUrl: string;
  language: GetItemAd200Language;
  rules: string;
  photosMax: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  fields: GetItemAd200FieldsItem[];
  written: GetItemAd200Written;
  isYours: boolean;
  price: GetItemAd200Price;
  findings: GetItemAd200FindingsItem[];
  post: GetItemAd200Post;
};

export type PatchItemAdBody = {
  title?: string | null;
  description?: string | null;
  priceCents?: number | null;
  currency?: string | null;
};

export type PatchItemAd200Language = typeof PatchItemAd200Language[keyof typeof PatchItemAd200Language];


export const PatchItemAd200Language = {
  en: 'en',
  de: 'de',
  nl: 'nl',
} as const;

export type PatchItemAd200FieldsItemName = typeof PatchItemAd200FieldsItemName[keyof typeof PatchItemAd200FieldsItemName];


export const PatchItemAd200FieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type PatchItemAd200FieldsItemFrom = typeof PatchItemAd200FieldsItemFrom[keyof typeof PatchItemAd200FieldsItemFrom];


export const PatchItemAd200FieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type PatchItemAd200FieldsItem = {
  name: PatchItemAd200FieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: PatchItemAd200FieldsItemFrom;
};

export type PatchItemAd200Written = {
  title: string;
  description: string;
};

export type PatchItemAd200Price = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PatchItemAd200FindingsItemSeverity = typeof PatchItemAd200FindingsItemSeverity[keyof typeof PatchItemAd200FindingsItemSeverity];


export const PatchItemAd200FindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type PatchItemAd200FindingsItemField = typeof PatchItemAd200FindingsItemField[keyof typeof PatchItemAd200FindingsItemField] | null;


export const PatchItemAd200FindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type PatchItemAd200FindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PatchItemAd200FindingsItem = {
  severity: PatchItemAd200FindingsItemSeverity;
  field: PatchItemAd200FindingsItemField;
  sentence: string;
  code: string;
  params: PatchItemAd200FindingsItemParams;
};

export type PatchItemAd200PostState = typeof PatchItemAd200PostState[keyof typeof PatchItemAd200PostState];


export const PatchItemAd200PostState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type PatchItemAd200PostVia = typeof PatchItemAd200PostVia[keyof typeof PatchItemAd200PostVia];


export const PatchItemAd200PostVia = {
  person: 'person',
  api: 'api',
} as const;

export type PatchItemAd200Post = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: PatchItemAd200PostState;
  via: PatchItemAd200PostVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
} | null;

export type PatchItemAd200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  name: string;
  composerUrl: string;
  manageUrl: string;
  language: PatchItemAd200Language;
  rules: string;
  photosMax: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  fields: PatchItemAd200FieldsItem[];
  written: PatchItemAd200Written;
  isYours: boolean;
  price: PatchItemAd200Price;
  findings: PatchItemAd200FindingsItem[];
  post: PatchItemAd200Post;
};

export type GetSellPanelParams = {
/**
 * @minLength 1
 * @maxLength 253
 */
host: string;
/**
 * @maxLength 2000
 * @pattern ^\/.*
 */
path?: string;
};

export type GetSellPanel200Place = {
  id: string;
  name: string;
  composerUrl: string;
} | null;

export type GetSellPanel200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  stands: boolean;
};

export type GetSellPanel200 = {
  place: GetSellPanel200Place;
  isForm: boolean;
  /** @nullable */
  adUrl: string | null;
  items: GetSellPanel200ItemsItem[];
  itemsMore: boolean;
};

export type GetSellPanelAd200Language = typeof GetSellPanelAd200Language[keyof typeof GetSellPanelAd200Language];


export const GetSellPanelAd200Language = {
  en: 'en',
  de: 'de',
  nl: 'nl',
} as const;

export type GetSellPanelAd200FieldsItemName = typeof GetSellPanelAd200FieldsItemName[keyof typeof GetSellPanelAd200FieldsItemName];


export const GetSellPanelAd200FieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type GetSellPanelAd200FieldsItemFrom = typeof GetSellPanelAd200FieldsItemFrom[keyof typeof GetSellPanelAd200FieldsItemFrom];


export const GetSellPanelAd200FieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type GetSellPanelAd200FieldsItem = {
  name: GetSellPanelAd200FieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: GetSellPanelAd200FieldsItemFrom;
};

export type GetSellPanelAd200Written = {
  title: string;
  description: string;
};

export type GetSellPanelAd200Price = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type GetSellPanelAd200FindingsItemSeverity = typeof GetSellPanelAd200FindingsItemSeverity[keyof typeof GetSellPanelAd200FindingsItemSeverity];


export const GetSellPanelAd200FindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type GetSellPanelAd200FindingsItemField = typeof GetSellPanelAd200FindingsItemField[keyof typeof GetSellPanelAd200FindingsItemField] | null;


export const GetSellPanelAd200FindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type GetSellPanelAd200FindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSellPanelAd200FindingsItem = {
  severity: GetSellPanelAd200FindingsItemSeverity;
  field: GetSellPanelAd200FindingsItemField;
  sentence: string;
  code: string;
  params: GetSellPanelAd200FindingsItemParams;
};

export type GetSellPanelAd200PostState = typeof GetSellPanelAd200PostState[keyof typeof GetSellPanelAd200PostState];


export const GetSellPanelAd200PostState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type GetSellPanelAd200PostVia = typeof GetSellPanelAd200PostVia[keyof typeof GetSellPanelAd200PostVia];


export const GetSellPanelAd200PostVia = {
  person: 'person',
  api: 'api',
} as const;

export type GetSellPanelAd200Post = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetSellPanelAd200PostState;
  via: GetSellPanelAd200PostVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
} | null;

export type GetSellPanelAd200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  name: string;
  composerUrl: string;
  manageUrl: string;
  language: GetSellPanelAd200Language;
  rules: string;
  photosMax: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  fields: GetSellPanelAd200FieldsItem[];
  written: GetSellPanelAd200Written;
  isYours: boolean;
  price: GetSellPanelAd200Price;
  findings: GetSellPanelAd200FindingsItem[];
  post: GetSellPanelAd200Post;
};

export type GetSellStyle200Tone = typeof GetSellStyle200Tone[keyof typeof GetSellStyle200Tone];


export const GetSellStyle200Tone = {
  plain: 'plain',
  friendly: 'friendly',
  short: 'short',
} as const;

export type GetSellStyle200Handover = typeof GetSellStyle200Handover[keyof typeof GetSellStyle200Handover];


export const GetSellStyle200Handover = {
  'pick-up': 'pick-up',
  shipping: 'shipping',
  both: 'both',
} as const;

export type GetSellStyle200 = {
  tone: GetSellStyle200Tone;
  handover: GetSellStyle200Handover;
  place: string | null;
  opening: Partial<Record<'en' | 'de' | 'nl', string>>;
  closing: Partial<Record<'en' | 'de' | 'nl', string>>;
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  tasksOn: string[];
};

export type PutSellStyleBodyTone = typeof PutSellStyleBodyTone[keyof typeof PutSellStyleBodyTone];


export const PutSellStyleBodyTone = {
  plain: 'plain',
  friendly: 'friendly',
  short: 'short',
} as const;

export type PutSellStyleBodyHandover = typeof PutSellStyleBodyHandover[keyof typeof PutSellStyleBodyHandover];


export const PutSellStyleBodyHandover = {
  'pick-up': 'pick-up',
  shipping: 'shipping',
  both: 'both',
} as const;

export type PutSellStyleBody = {
  tone?: PutSellStyleBodyTone;
  handover?: PutSellStyleBodyHandover;
  place?: string | null;
  opening?: Partial<Record<'en' | 'de' | 'nl', string>>;
  closing?: Partial<Record<'en' | 'de' | 'nl', string>>;
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  tasksOn?: string[];
};

export type PutSellStyle200Tone = typeof PutSellStyle200Tone[keyof typeof PutSellStyle200Tone];


export const PutSellStyle200Tone = {
  plain: 'plain',
  friendly: 'friendly',
  short: 'short',
} as const;

export type PutSellStyle200Handover = typeof PutSellStyle200Handover[keyof typeof PutSellStyle200Handover];


export const PutSellStyle200Handover = {
  'pick-up': 'pick-up',
  shipping: 'shipping',
  both: 'both',
} as const;

export type PutSellStyle200 = {
  tone: PutSellStyle200Tone;
  handover: PutSellStyle200Handover;
  place: string | null;
  opening: Partial<Record<'en' | 'de' | 'nl', string>>;
  closing: Partial<Record<'en' | 'de' | 'nl', string>>;
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  tasksOn: string[];
};

export type GetSalesParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
itemId?: number;
state?: GetSalesState;
};

export type GetSalesState = typeof GetSalesState[keyof typeof GetSalesState];


export const GetSalesState = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type GetSales200ItemsItemState = typeof GetSales200ItemsItemState[keyof typeof GetSales200ItemsItemState];


export const GetSales200ItemsItemState = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type GetSales200ItemsItemNextItem = typeof GetSales200ItemsItemNextItem[keyof typeof GetSales200ItemsItemNextItem];


export const GetSales200ItemsItemNextItem = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type GetSales200ItemsItemMoneyItemKind = typeof GetSales200ItemsItemMoneyItemKind[keyof typeof GetSales200ItemsItemMoneyItemKind];


export const GetSales200ItemsItemMoneyItemKind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type GetSales200ItemsItemMoneyItemSource = typeof GetSales200ItemsItemMoneyItemSource[keyof typeof GetSales200ItemsItemMoneyItemSource];


export const GetSales200ItemsItemMoneyItemSource = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type GetSales200ItemsItemMoneyItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: GetSales200ItemsItemMoneyItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: GetSales200ItemsItemMoneyItemSource;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
};

export type GetSales200ItemsItemNetItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type GetSales200ItemsItemFeesFrom = typeof GetSales200ItemsItemFeesFrom[keyof typeof GetSales200ItemsItemFeesFrom] | null;


export const GetSales200ItemsItemFeesFrom = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type GetSales200ItemsItemOrderPayment = typeof GetSales200ItemsItemOrderPayment[keyof typeof GetSales200ItemsItemOrderPayment];


export const GetSales200ItemsItemOrderPayment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type GetSales200ItemsItemOrderShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type GetSales200ItemsItemOrderSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSales200ItemsItemOrderSaidItem = {
  sentence: string;
  code: string;
  params: GetSales200ItemsItemOrderSaidItemParams;
};

export type GetSales200ItemsItemOrderFee = {
  currency: string;
  expectedCents: number | null;
  bookedCents: number | null;
};

export type GetSales200ItemsItemOrder = {
  orderId: string;
  payment: GetSales200ItemsItemOrderPayment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: GetSales200ItemsItemOrderShipTo;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  said: GetSales200ItemsItemOrderSaidItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lineId: number;
  fee: GetSales200ItemsItemOrderFee;
} | null;

export type GetSales200ItemsItemShipmentState = typeof GetSales200ItemsItemShipmentState[keyof typeof GetSales200ItemsItemShipmentState];


export const GetSales200ItemsItemShipmentState = {
  noted: 'noted',
  telling: 'telling',
  told: 'told',
  refused: 'refused',
} as const;

export type GetSales200ItemsItemShipment = {
  carrier: string;
  tracking: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  shippedAt: string;
  state: GetSales200ItemsItemShipmentState;
  /** @nullable */
  reason: string | null;
  toldAt: string | null;
} | null;

export type GetSales200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  title: string;
  postId: number | null;
  marketplace: string;
  /** @nullable */
  reference: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  state: GetSales200ItemsItemState;
  next: GetSales200ItemsItemNextItem[];
  isReturned: boolean;
  soldOn: string;
  /** @nullable */
  note: string | null;
  money: GetSales200ItemsItemMoneyItem[];
  net: GetSales200ItemsItemNetItem[];
  feesFrom: GetSales200ItemsItemFeesFrom;
  order: GetSales200ItemsItemOrder;
  shipment: GetSales200ItemsItemShipment;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetSales200 = {
  items: GetSales200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostSalesBodyDelivery = typeof PostSalesBodyDelivery[keyof typeof PostSalesBodyDelivery];


export const PostSalesBodyDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type PostSalesBodyState = typeof PostSalesBodyState[keyof typeof PostSalesBodyState];


export const PostSalesBodyState = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
} as const;

export type PostSalesBody = {
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  itemId: number;
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  postId?: number;
  /** @pattern ^[a-z0-9][a-z0-9-]{0,49}$ */
  marketplace?: string;
  /** @nullable */
  reference?: string | null;
  /**
     * @minimum 1
     * @maximum 100000
     */
  quantity?: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  shippingPaidCents?: number;
  feeCents?: number | null;
  delivery?: PostSalesBodyDelivery;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  labelCents?: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  packagingCents?: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$ */
  soldOn?: string;
  state?: PostSalesBodyState;
  note?: string | null;
};

export type PostSales201State = typeof PostSales201State[keyof typeof PostSales201State];


export const PostSales201State = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PostSales201NextItem = typeof PostSales201NextItem[keyof typeof PostSales201NextItem];


export const PostSales201NextItem = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PostSales201MoneyItemKind = typeof PostSales201MoneyItemKind[keyof typeof PostSales201MoneyItemKind];


export const PostSales201MoneyItemKind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PostSales201MoneyItemSource = typeof PostSales201MoneyItemSource[keyof typeof PostSales201MoneyItemSource];


export const PostSales201MoneyItemSource = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PostSales201MoneyItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: PostSales201MoneyItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: PostSales201MoneyItemSource;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
};

export type PostSales201NetItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PostSales201FeesFrom = typeof PostSales201FeesFrom[keyof typeof PostSales201FeesFrom] | null;


export const PostSales201FeesFrom = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PostSales201OrderPayment = typeof PostSales201OrderPayment[keyof typeof PostSales201OrderPayment];


export const PostSales201OrderPayment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type PostSales201OrderShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type PostSales201OrderSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostSales201OrderSaidItem = {
  sentence: string;
  code: string;
  params: PostSales201OrderSaidItemParams;
};

export type PostSales201OrderFee = {
  currency: string;
  expectedCents: number | null;
  bookedCents: number | null;
};

export type PostSales201Order = {
  orderId: string;
  payment: PostSales201OrderPayment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: PostSales201OrderShipTo;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  said: PostSales201OrderSaidItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lineId: number;
  fee: PostSales201OrderFee;
} | null;

export type PostSales201ShipmentState = typeof PostSales201ShipmentState[keyof typeof PostSales201ShipmentState];


export const PostSales201ShipmentState = {
  noted: 'noted',
  telling: 'telling',
  told: 'told',
  refused: 'refused',
} as const;

export type PostSales201Shipment = {
  carrier: string;
  tracking: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  shippedAt: string;
  state: PostSales201ShipmentState;
  /** @nullable */
  reason: string | null;
  toldAt: string | null;
} | null;

export type PostSales201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  title: string;
  postId: number | null;
  marketplace: string;
  /** @nullable */
  reference: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  state: PostSales201State;
  next: PostSales201NextItem[];
  isReturned: boolean;
  soldOn: string;
  /** @nullable */
  note: string | null;
  money: PostSales201MoneyItem[];
  net: PostSales201NetItem[];
  feesFrom: PostSales201FeesFrom;
  order: PostSales201Order;
  shipment: PostSales201Shipment;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetSale200State = typeof GetSale200State[keyof typeof GetSale200State];


export const GetSale200State = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type GetSale200NextItem = typeof GetSale200NextItem[keyof typeof GetSale200NextItem];


export const GetSale200NextItem = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type GetSale200MoneyItemKind = typeof GetSale200MoneyItemKind[keyof typeof GetSale200MoneyItemKind];


export const GetSale200MoneyItemKind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type GetSale200MoneyItemSource = typeof GetSale200MoneyItemSource[keyof typeof GetSale200MoneyItemSource];


export const GetSale200MoneyItemSource = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type GetSale200MoneyItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: GetSale200MoneyItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: GetSale200MoneyItemSource;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
};

export type GetSale200NetItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type GetSale200FeesFrom = typeof GetSale200FeesFrom[keyof typeof GetSale200FeesFrom] | null;


export const GetSale200FeesFrom = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type GetSale200OrderPayment = typeof GetSale200OrderPayment[keyof typeof GetSale200OrderPayment];


export const GetSale200OrderPayment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type GetSale200OrderShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type GetSale200OrderSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSale200OrderSaidItem = {
  sentence: string;
  code: string;
  params: GetSale200OrderSaidItemParams;
};

export type GetSale200OrderFee = {
  currency: string;
  expectedCents: number | null;
  bookedCents: number | null;
};

export type GetSale200Order = {
  orderId: string;
  payment: GetSale200OrderPayment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: GetSale200OrderShipTo;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  said: GetSale200OrderSaidItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lineId: number;
  fee: GetSale200OrderFee;
} | null;

export type GetSale200ShipmentState = typeof GetSale200ShipmentState[keyof typeof GetSale200ShipmentState];


export const GetSale200ShipmentState = {
  noted: 'noted',
  telling: 'telling',
  told: 'told',
  refused: 'refused',
} as const;

export type GetSale200Shipment = {
  carrier: string;
  tracking: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  shippedAt: string;
  state: GetSale200ShipmentState;
  /** @nullable */
  reason: string | null;
  toldAt: string | null;
} | null;

export type GetSale200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  title: string;
  postId: number | null;
  marketplace: string;
  /** @nullable */
  reference: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  state: GetSale200State;
  next: GetSale200NextItem[];
  isReturned: boolean;
  soldOn: string;
  /** @nullable */
  note: string | null;
  money: GetSale200MoneyItem[];
  net: GetSale200NetItem[];
  feesFrom: GetSale200FeesFrom;
  order: GetSale200Order;
  shipment: GetSale200Shipment;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PatchSaleBodyState = typeof PatchSaleBodyState[keyof typeof PatchSaleBodyState];


export const PatchSaleBodyState = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PatchSaleBody = {
  state?: PatchSaleBodyState;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  refundCents?: number;
  returned?: boolean;
  note?: string | null;
};

export type PatchSale200State = typeof PatchSale200State[keyof typeof PatchSale200State];


export const PatchSale200State = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PatchSale200NextItem = typeof PatchSale200NextItem[keyof typeof PatchSale200NextItem];


export const PatchSale200NextItem = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PatchSale200MoneyItemKind = typeof PatchSale200MoneyItemKind[keyof typeof PatchSale200MoneyItemKind];


export const PatchSale200MoneyItemKind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PatchSale200MoneyItemSource = typeof PatchSale200MoneyItemSource[keyof typeof PatchSale200MoneyItemSource];


export const PatchSale200MoneyItemSource = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PatchSale200MoneyItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: PatchSale200MoneyItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: PatchSale200MoneyItemSource;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
};

export type PatchSale200NetItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PatchSale200FeesFrom = typeof PatchSale200FeesFrom[keyof typeof PatchSale200FeesFrom] | null;


export const PatchSale200FeesFrom = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PatchSale200OrderPayment = typeof PatchSale200OrderPayment[keyof typeof PatchSale200OrderPayment];


export const PatchSale200OrderPayment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type PatchSale200OrderShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type PatchSale200OrderSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PatchSale200OrderSaidItem = {
  sentence: string;
  code: string;
  params: PatchSale200OrderSaidItemParams;
};

export type PatchSale200OrderFee = {
  currency: string;
  expectedCents: number | null;
  bookedCents: number | null;
};

export type PatchSale200Order = {
  orderId: string;
  payment: PatchSale200OrderPayment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: PatchSale200OrderShipTo;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  said: PatchSale200OrderSaidItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lineId: number;
  fee: PatchSale200OrderFee;
} | null;

export type PatchSale200ShipmentState = typeof PatchSale200ShipmentState[keyof typeof PatchSale200ShipmentState];


export const PatchSale200ShipmentState = {
  noted: 'noted',
  telling: 'telling',
  told: 'told',
  refused: 'refused',
} as const;

export type PatchSale200Shipment = {
  carrier: string;
  tracking: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  shippedAt: string;
  state: PatchSale200ShipmentState;
  /** @nullable */
  reason: string | null;
  toldAt: string | null;
} | null;

export type PatchSale200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  title: string;
  postId: number | null;
  marketplace: string;
  /** @nullable */
  reference: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  state: PatchSale200State;
  next: PatchSale200NextItem[];
  isReturned: boolean;
  soldOn: string;
  /** @nullable */
  note: string | null;
  money: PatchSale200MoneyItem[];
  net: PatchSale200NetItem[];
  feesFrom: PatchSale200FeesFrom;
  order: PatchSale200Order;
  shipment: PatchSale200Shipment;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetSellTasks200ToEndItemState = typeof GetSellTasks200ToEndItemState[keyof typeof GetSellTasks200ToEndItemState];


export const GetSellTasks200ToEndItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type GetSellTasks200ToEndItemVia = typeof GetSellTasks200ToEndItemVia[keyof typeof GetSellTasks200ToEndItemVia];


export const GetSellTasks200ToEndItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type GetSellTasks200ToEndItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetSellTasks200ToEndItemState;
  via: GetSellTasks200ToEndItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
  title: string;
};

export type GetSellTasks200OversoldItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  title: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tooMany: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  saleId: number;
  marketplace: string;
  message: string;
};

export type GetSellTasks200ToCheckItemState = typeof GetSellTasks200ToCheckItemState[keyof typeof GetSellTasks200ToCheckItemState];


export const GetSellTasks200ToCheckItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type GetSellTasks200ToCheckItemVia = typeof GetSellTasks200ToCheckItemVia[keyof typeof GetSellTasks200ToCheckItemVia];


export const GetSellTasks200ToCheckItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type GetSellTasks200ToCheckItemWhy = typeof GetSellTasks200ToCheckItemWhy[keyof typeof GetSellTasks200ToCheckItemWhy];


export const GetSellTasks200ToCheckItemWhy = {
  'runs-out': 'runs-out',
  renewable: 'renewable',
  'long-ago': 'long-ago',
} as const;

export type GetSellTasks200ToCheckItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: GetSellTasks200ToCheckItemState;
  via: GetSellTasks200ToCheckItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
  title: string;
  why: GetSellTasks200ToCheckItemWhy;
  endsAt: string | null;
  /** @nullable */
  manageUrl: string | null;
};

export type GetSellTasks200ToShipItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  saleId: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  title: string;
  marketplace: string;
  soldOn: string;
};

export type GetSellTasks200 = {
  toEnd: GetSellTasks200ToEndItem[];
  oversold: GetSellTasks200OversoldItem[];
  toCheck: GetSellTasks200ToCheckItem[];
  toShip: GetSellTasks200ToShipItem[];
};

export type GetMoneyParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
itemId?: number;
};

export type GetMoney200ItemsItemKind = typeof GetMoney200ItemsItemKind[keyof typeof GetMoney200ItemsItemKind];


export const GetMoney200ItemsItemKind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type GetMoney200ItemsItemSource = typeof GetMoney200ItemsItemSource[keyof typeof GetMoney200ItemsItemSource];


export const GetMoney200ItemsItemSource = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type GetMoney200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: GetMoney200ItemsItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: GetMoney200ItemsItemSource;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
  /** @nullable */
  title: string | null;
};

export type GetMoney200 = {
  items: GetMoney200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostMoneyBodyKind = typeof PostMoneyBodyKind[keyof typeof PostMoneyBodyKind];


export const PostMoneyBodyKind = {
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PostMoneyBody = {
  kind: PostMoneyBodyKind;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  cents: number;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$ */
  onDate?: string;
  itemId?: number | null;
  saleId?: number | null;
  note?: string | null;
};

export type PostMoney201Kind = typeof PostMoney201Kind[keyof typeof PostMoney201Kind];


export const PostMoney201Kind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PostMoney201Source = typeof PostMoney201Source[keyof typeof PostMoney201Source];


export const PostMoney201Source = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PostMoney201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: PostMoney201Kind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: PostMoney201Source;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
};

export type GetProfitParams = {
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
 */
from?: string;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
 */
to?: string;
by?: GetProfitBy;
/**
 * @pattern ^[A-Z]{3}$
 */
currency?: string;
};

export type GetProfitBy = typeof GetProfitBy[keyof typeof GetProfitBy];


export const GetProfitBy = {
  month: 'month',
  marketplace: 'marketplace',
  category: 'category',
  item: 'item',
} as const;

export type GetProfit200RowsItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
  /** @nullable */
  key: string | null;
  /** @nullable */
  label: string | null;
  predictedCents: number | null;
};

export type GetProfit200TotalsItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
  predictedCents: number | null;
};

export type GetProfit200TogetherRateDays = {
  from: string;
  to: string;
} | null;

export type GetProfit200Together = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
  rateDays: GetProfit200TogetherRateDays;
  without: string[];
} | null;

export type GetProfit200 = {
  rows: GetProfit200RowsItem[];
  totals: GetProfit200TotalsItem[];
  together: GetProfit200Together;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  salesWithoutCost: number;
  isCut: boolean;
};

export type GetSellExportCsvParams = {
what?: GetSellExportCsvWhat;
/**
 * @minimum 1990
 * @maximum 2100
 */
year?: number;
};

export type GetSellExportCsvWhat = typeof GetSellExportCsvWhat[keyof typeof GetSellExportCsvWhat];


export const GetSellExportCsvWhat = {
  sales: 'sales',
  money: 'money',
  inventory: 'inventory',
  year: 'year',
} as const;

export type PostDrivesBodyUnit = typeof PostDrivesBodyUnit[keyof typeof PostDrivesBodyUnit];


export const PostDrivesBodyUnit = {
  mi: 'mi',
  km: 'km',
} as const;

export type PostDrivesBody = {
  /**
     * @maximum 100000
     * @exclusiveMinimum 0
     */
  distance: number;
  unit: PostDrivesBodyUnit;
  /**
     * @minimum 0
     * @maximum 1000000
     */
  centsPerUnit?: number;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$ */
  onDate?: string;
  itemId?: number | null;
  saleId?: number | null;
  note?: string | null;
};

export type PostDrives201Kind = typeof PostDrives201Kind[keyof typeof PostDrives201Kind];


export const PostDrives201Kind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PostDrives201Source = typeof PostDrives201Source[keyof typeof PostDrives201Source];


export const PostDrives201Source = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PostDrives201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: PostDrives201Kind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: PostDrives201Source;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
};

export type GetSellBooks200MileageRatesItemUnit = typeof GetSellBooks200MileageRatesItemUnit[keyof typeof GetSellBooks200MileageRatesItemUnit];


export const GetSellBooks200MileageRatesItemUnit = {
  mi: 'mi',
  km: 'km',
} as const;

export type GetSellBooks200MileageRatesItem = {
  unit: GetSellBooks200MileageRatesItemUnit;
  currency: string;
  centsPerUnit: number;
  /** @nullable */
  validFrom: string | null;
  /** @nullable */
  validTo: string | null;
  /** @nullable */
  source: string | null;
  isOwn: boolean;
};

export type GetSellBooks200YearLinesItemKindsItem = typeof GetSellBooks200YearLinesItemKindsItem[keyof typeof GetSellBooks200YearLinesItemKindsItem];


export const GetSellBooks200YearLinesItemKindsItem = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type GetSellBooks200YearLinesItem = {
  line: string;
  kinds: GetSellBooks200YearLinesItemKindsItem[];
};

export type GetSellBooks200InNoLineItem = typeof GetSellBooks200InNoLineItem[keyof typeof GetSellBooks200InNoLineItem];


export const GetSellBooks200InNoLineItem = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type GetSellBooks200 = {
  mileageRates: GetSellBooks200MileageRatesItem[];
  yearLines: GetSellBooks200YearLinesItem[];
  yearLinesAreOwn: boolean;
  inNoLine: GetSellBooks200InNoLineItem[];
};

export type PatchSellBooksBodyMileageRatesItemUnit = typeof PatchSellBooksBodyMileageRatesItemUnit[keyof typeof PatchSellBooksBodyMileageRatesItemUnit];


export const PatchSellBooksBodyMileageRatesItemUnit = {
  mi: 'mi',
  km: 'km',
} as const;

export type PatchSellBooksBodyMileageRatesItem = {
  unit: PatchSellBooksBodyMileageRatesItemUnit;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minimum 0
     * @maximum 1000000
     */
  centsPerUnit: number;
  validFrom?: string | null;
  validTo?: string | null;
  source?: string | null;
};

export type PatchSellBooksBodyYearLines = ({
  /**
     * @minLength 1
     * @maxLength 100
     */
  line: string;
  /** @minItems 1 */
  kinds: ('item-price' | 'shipping-paid' | 'fee-credit' | 'other-income' | 'cost-of-goods' | 'shipping-in' | 'marketplace-fee' | 'payment-fee' | 'ad-fee' | 'label' | 'packaging' | 'refund' | 'supplies' | 'mileage' | 'other-cost' | 'collected-tax')[];
})[] | null;

export type PatchSellBooksBody = {
  /** @maxItems 100 */
  mileageRates?: PatchSellBooksBodyMileageRatesItem[];
  yearLines?: PatchSellBooksBodyYearLines;
};

export type PatchSellBooks200MileageRatesItemUnit = typeof PatchSellBooks200MileageRatesItemUnit[keyof typeof PatchSellBooks200MileageRatesItemUnit];


export const PatchSellBooks200MileageRatesItemUnit = {
  mi: 'mi',
  km: 'km',
} as const;

export type PatchSellBooks200MileageRatesItem = {
  unit: PatchSellBooks200MileageRatesItemUnit;
  currency: string;
  centsPerUnit: number;
  /** @nullable */
  validFrom: string | null;
  /** @nullable */
  validTo: string | null;
  /** @nullable */
  source: string | null;
  isOwn: boolean;
};

export type PatchSellBooks200YearLinesItemKindsItem = typeof PatchSellBooks200YearLinesItemKindsItem[keyof typeof PatchSellBooks200YearLinesItemKindsItem];


export const PatchSellBooks200YearLinesItemKindsItem = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PatchSellBooks200YearLinesItem = {
  line: string;
  kinds: PatchSellBooks200YearLinesItemKindsItem[];
};

export type PatchSellBooks200InNoLineItem = typeof PatchSellBooks200InNoLineItem[keyof typeof PatchSellBooks200InNoLineItem];


export const PatchSellBooks200InNoLineItem = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PatchSellBooks200 = {
  mileageRates: PatchSellBooks200MileageRatesItem[];
  yearLines: PatchSellBooks200YearLinesItem[];
  yearLinesAreOwn: boolean;
  inNoLine: PatchSellBooks200InNoLineItem[];
};

export type PostSellImportBodyDateOrder = typeof PostSellImportBodyDateOrder[keyof typeof PostSellImportBodyDateOrder] | null;


export const PostSellImportBodyDateOrder = {
  'month-first': 'month-first',
  'day-first': 'day-first',
} as const;

export type PostSellImportBody = {
  /**
     * @minLength 1
     * @maxLength 5000000
     */
  text: string;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  marketplace?: string | null;
  dateOrder?: PostSellImportBodyDateOrder;
  dryRun?: boolean;
};

export type PostSellImport200RejectedItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  row: number;
  reason: string;
};

export type PostSellImport200SampleItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  row: number;
  title: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  costCents: number | null;
  soldCents: number | null;
  /** @nullable */
  soldOn: string | null;
  /** @nullable */
  marketplace: string | null;
  currency: string;
};

export type PostSellImport200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  items: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  posts: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  known: number;
  rejected: PostSellImport200RejectedItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejectedMore: number;
  fields: string[];
  unread: string[];
  sample: PostSellImport200SampleItem[];
  dryRun: boolean;
};

export type PostSellPhotos200State = typeof PostSellPhotos200State[keyof typeof PostSellPhotos200State];


export const PostSellPhotos200State = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PostSellPhotos200ProblemCode = typeof PostSellPhotos200ProblemCode[keyof typeof PostSellPhotos200ProblemCode] | null;


export const PostSellPhotos200ProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PostSellPhotos200Used = typeof PostSellPhotos200Used[keyof typeof PostSellPhotos200Used];


export const PostSellPhotos200Used = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PostSellPhotos200VersionsItem = typeof PostSellPhotos200VersionsItem[keyof typeof PostSellPhotos200VersionsItem];


export const PostSellPhotos200VersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PostSellPhotos200DidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PostSellPhotos200DidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PostSellPhotos200Did = {
  tones: PostSellPhotos200DidTones;
  crop: PostSellPhotos200DidCrop;
} | null;

export type PostSellPhotos200CutState = typeof PostSellPhotos200CutState[keyof typeof PostSellPhotos200CutState];


export const PostSellPhotos200CutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PostSellPhotos200CutBy = typeof PostSellPhotos200CutBy[keyof typeof PostSellPhotos200CutBy] | null;


export const PostSellPhotos200CutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PostSellPhotos200Cut = {
  state: PostSellPhotos200CutState;
  by: PostSellPhotos200CutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PostSellPhotos200Candidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PostSellPhotos200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PostSellPhotos200State;
  /** @nullable */
  problem: string | null;
  problemCode: PostSellPhotos200ProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PostSellPhotos200Used;
  versions: PostSellPhotos200VersionsItem[];
  did: PostSellPhotos200Did;
  cut: PostSellPhotos200Cut;
  candidates: PostSellPhotos200Candidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PostSellPhotos201State = typeof PostSellPhotos201State[keyof typeof PostSellPhotos201State];


export const PostSellPhotos201State = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PostSellPhotos201ProblemCode = typeof PostSellPhotos201ProblemCode[keyof typeof PostSellPhotos201ProblemCode] | null;


export const PostSellPhotos201ProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PostSellPhotos201Used = typeof PostSellPhotos201Used[keyof typeof PostSellPhotos201Used];


export const PostSellPhotos201Used = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PostSellPhotos201VersionsItem = typeof PostSellPhotos201VersionsItem[keyof typeof PostSellPhotos201VersionsItem];


export const PostSellPhotos201VersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PostSellPhotos201DidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PostSellPhotos201DidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PostSellPhotos201Did = {
  tones: PostSellPhotos201DidTones;
  crop: PostSellPhotos201DidCrop;
} | null;

export type PostSellPhotos201CutState = typeof PostSellPhotos201CutState[keyof typeof PostSellPhotos201CutState];


export const PostSellPhotos201CutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PostSellPhotos201CutBy = typeof PostSellPhotos201CutBy[keyof typeof PostSellPhotos201CutBy] | null;


export const PostSellPhotos201CutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PostSellPhotos201Cut = {
  state: PostSellPhotos201CutState;
  by: PostSellPhotos201CutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PostSellPhotos201Candidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PostSellPhotos201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PostSellPhotos201State;
  /** @nullable */
  problem: string | null;
  problemCode: PostSellPhotos201ProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PostSellPhotos201Used;
  versions: PostSellPhotos201VersionsItem[];
  did: PostSellPhotos201Did;
  cut: PostSellPhotos201Cut;
  candidates: PostSellPhotos201Candidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type GetSellPhotos200GroupsItemPhotosItemState = typeof GetSellPhotos200GroupsItemPhotosItemState[keyof typeof GetSellPhotos200GroupsItemPhotosItemState];


export const GetSellPhotos200GroupsItemPhotosItemState = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type GetSellPhotos200GroupsItemPhotosItemProblemCode = typeof GetSellPhotos200GroupsItemPhotosItemProblemCode[keyof typeof GetSellPhotos200GroupsItemPhotosItemProblemCode] | null;


export const GetSellPhotos200GroupsItemPhotosItemProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type GetSellPhotos200GroupsItemPhotosItemUsed = typeof GetSellPhotos200GroupsItemPhotosItemUsed[keyof typeof GetSellPhotos200GroupsItemPhotosItemUsed];


export const GetSellPhotos200GroupsItemPhotosItemUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type GetSellPhotos200GroupsItemPhotosItemVersionsItem = typeof GetSellPhotos200GroupsItemPhotosItemVersionsItem[keyof typeof GetSellPhotos200GroupsItemPhotosItemVersionsItem];


export const GetSellPhotos200GroupsItemPhotosItemVersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type GetSellPhotos200GroupsItemPhotosItemDidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type GetSellPhotos200GroupsItemPhotosItemDidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type GetSellPhotos200GroupsItemPhotosItemDid = {
  tones: GetSellPhotos200GroupsItemPhotosItemDidTones;
  crop: GetSellPhotos200GroupsItemPhotosItemDidCrop;
} | null;

export type GetSellPhotos200GroupsItemPhotosItemCutState = typeof GetSellPhotos200GroupsItemPhotosItemCutState[keyof typeof GetSellPhotos200GroupsItemPhotosItemCutState];


export const GetSellPhotos200GroupsItemPhotosItemCutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type GetSellPhotos200GroupsItemPhotosItemCutBy = typeof GetSellPhotos200GroupsItemPhotosItemCutBy[keyof typeof GetSellPhotos200GroupsItemPhotosItemCutBy] | null;


export const GetSellPhotos200GroupsItemPhotosItemCutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type GetSellPhotos200GroupsItemPhotosItemCut = {
  state: GetSellPhotos200GroupsItemPhotosItemCutState;
  by: GetSellPhotos200GroupsItemPhotosItemCutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type GetSellPhotos200GroupsItemPhotosItemCandidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type GetSellPhotos200GroupsItemPhotosItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: GetSellPhotos200GroupsItemPhotosItemState;
  /** @nullable */
  problem: string | null;
  problemCode: GetSellPhotos200GroupsItemPhotosItemProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: GetSellPhotos200GroupsItemPhotosItemUsed;
  versions: GetSellPhotos200GroupsItemPhotosItemVersionsItem[];
  did: GetSellPhotos200GroupsItemPhotosItemDid;
  cut: GetSellPhotos200GroupsItemPhotosItemCut;
  candidates: GetSellPhotos200GroupsItemPhotosItemCandidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type GetSellPhotos200GroupsItemTitleField = typeof GetSellPhotos200GroupsItemTitleField[keyof typeof GetSellPhotos200GroupsItemTitleField];


export const GetSellPhotos200GroupsItemTitleField = {
  title: 'title',
  brand: 'brand',
  model: 'model',
  gtin: 'gtin',
  isbn: 'isbn',
  words: 'words',
} as const;

export type GetSellPhotos200GroupsItemTitle = {
  field: GetSellPhotos200GroupsItemTitleField;
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
} | null;

export type GetSellPhotos200GroupsItem = {
  photos: GetSellPhotos200GroupsItemPhotosItem[];
  title: GetSellPhotos200GroupsItemTitle;
};

export type GetSellPhotos200RefusedItemState = typeof GetSellPhotos200RefusedItemState[keyof typeof GetSellPhotos200RefusedItemState];


export const GetSellPhotos200RefusedItemState = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type GetSellPhotos200RefusedItemProblemCode = typeof GetSellPhotos200RefusedItemProblemCode[keyof typeof GetSellPhotos200RefusedItemProblemCode] | null;


export const GetSellPhotos200RefusedItemProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type GetSellPhotos200RefusedItemUsed = typeof GetSellPhotos200RefusedItemUsed[keyof typeof GetSellPhotos200RefusedItemUsed];


export const GetSellPhotos200RefusedItemUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type GetSellPhotos200RefusedItemVersionsItem = typeof GetSellPhotos200RefusedItemVersionsItem[keyof typeof GetSellPhotos200RefusedItemVersionsItem];


export const GetSellPhotos200RefusedItemVersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type GetSellPhotos200RefusedItemDidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type GetSellPhotos200RefusedItemDidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type GetSellPhotos200RefusedItemDid = {
  tones: GetSellPhotos200RefusedItemDidTones;
  crop: GetSellPhotos200RefusedItemDidCrop;
} | null;

export type GetSellPhotos200RefusedItemCutState = typeof GetSellPhotos200RefusedItemCutState[keyof typeof GetSellPhotos200RefusedItemCutState];


export const GetSellPhotos200RefusedItemCutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type GetSellPhotos200RefusedItemCutBy = typeof GetSellPhotos200RefusedItemCutBy[keyof typeof GetSellPhotos200RefusedItemCutBy] | null;


export const GetSellPhotos200RefusedItemCutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type GetSellPhotos200RefusedItemCut = {
  state: GetSellPhotos200RefusedItemCutState;
  by: GetSellPhotos200RefusedItemCutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type GetSellPhotos200RefusedItemCandidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type GetSellPhotos200RefusedItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: GetSellPhotos200RefusedItemState;
  /** @nullable */
  problem: string | null;
  problemCode: GetSellPhotos200RefusedItemProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: GetSellPhotos200RefusedItemUsed;
  versions: GetSellPhotos200RefusedItemVersionsItem[];
  did: GetSellPhotos200RefusedItemDid;
  cut: GetSellPhotos200RefusedItemCut;
  candidates: GetSellPhotos200RefusedItemCandidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type GetSellPhotos200 = {
  groups: GetSellPhotos200GroupsItem[];
  refused: GetSellPhotos200RefusedItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  waiting: number;
  isCut: boolean;
};

export type PostSellPhotosKnownBody = {
  /**
     * @maxItems 500
     * @items.pattern ^[0-9a-f]{64}$
     */
  sha256: string[];
};

export type PostSellPhotosKnown200PhotosItemState = typeof PostSellPhotosKnown200PhotosItemState[keyof typeof PostSellPhotosKnown200PhotosItemState];


export const PostSellPhotosKnown200PhotosItemState = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PostSellPhotosKnown200PhotosItemProblemCode = typeof PostSellPhotosKnown200PhotosItemProblemCode[keyof typeof PostSellPhotosKnown200PhotosItemProblemCode] | null;


export const PostSellPhotosKnown200PhotosItemProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PostSellPhotosKnown200PhotosItemUsed = typeof PostSellPhotosKnown200PhotosItemUsed[keyof typeof PostSellPhotosKnown200PhotosItemUsed];


export const PostSellPhotosKnown200PhotosItemUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PostSellPhotosKnown200PhotosItemVersionsItem = typeof PostSellPhotosKnown200PhotosItemVersionsItem[keyof typeof PostSellPhotosKnown200PhotosItemVersionsItem];


export const PostSellPhotosKnown200PhotosItemVersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PostSellPhotosKnown200PhotosItemDidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PostSellPhotosKnown200PhotosItemDidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PostSellPhotosKnown200PhotosItemDid = {
  tones: PostSellPhotosKnown200PhotosItemDidTones;
  crop: PostSellPhotosKnown200PhotosItemDidCrop;
} | null;

export type PostSellPhotosKnown200PhotosItemCutState = typeof PostSellPhotosKnown200PhotosItemCutState[keyof typeof PostSellPhotosKnown200PhotosItemCutState];


export const PostSellPhotosKnown200PhotosItemCutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PostSellPhotosKnown200PhotosItemCutBy = typeof PostSellPhotosKnown200PhotosItemCutBy[keyof typeof PostSellPhotosKnown200PhotosItemCutBy] | null;


export const PostSellPhotosKnown200PhotosItemCutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PostSellPhotosKnown200PhotosItemCut = {
  state: PostSellPhotosKnown200PhotosItemCutState;
  by: PostSellPhotosKnown200PhotosItemCutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PostSellPhotosKnown200PhotosItemCandidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PostSellPhotosKnown200PhotosItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PostSellPhotosKnown200PhotosItemState;
  /** @nullable */
  problem: string | null;
  problemCode: PostSellPhotosKnown200PhotosItemProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PostSellPhotosKnown200PhotosItemUsed;
  versions: PostSellPhotosKnown200PhotosItemVersionsItem[];
  did: PostSellPhotosKnown200PhotosItemDid;
  cut: PostSellPhotosKnown200PhotosItemCut;
  candidates: PostSellPhotosKnown200PhotosItemCandidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PostSellPhotosKnown200 = {
  photos: PostSellPhotosKnown200PhotosItem[];
};

export type PutSellPhotosGroupsBody = {
  /**
     * @minItems 1
     * @maxItems 500
     * @items.minItems 1
     * @items.maxItems 100
     * @items.items.maximum 9007199254740991
     * @items.items.exclusiveMinimum 0
     */
  groups: number[][];
};

export type PutSellPhotosGroups200GroupsItemPhotosItemState = typeof PutSellPhotosGroups200GroupsItemPhotosItemState[keyof typeof PutSellPhotosGroups200GroupsItemPhotosItemState];


export const PutSellPhotosGroups200GroupsItemPhotosItemState = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PutSellPhotosGroups200GroupsItemPhotosItemProblemCode = typeof PutSellPhotosGroups200GroupsItemPhotosItemProblemCode[keyof typeof PutSellPhotosGroups200GroupsItemPhotosItemProblemCode] | null;


export const PutSellPhotosGroups200GroupsItemPhotosItemProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PutSellPhotosGroups200GroupsItemPhotosItemUsed = typeof PutSellPhotosGroups200GroupsItemPhotosItemUsed[keyof typeof PutSellPhotosGroups200GroupsItemPhotosItemUsed];


export const PutSellPhotosGroups200GroupsItemPhotosItemUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PutSellPhotosGroups200GroupsItemPhotosItemVersionsItem = typeof PutSellPhotosGroups200GroupsItemPhotosItemVersionsItem[keyof typeof PutSellPhotosGroups200GroupsItemPhotosItemVersionsItem];


export const PutSellPhotosGroups200GroupsItemPhotosItemVersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PutSellPhotosGroups200GroupsItemPhotosItemDidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PutSellPhotosGroups200GroupsItemPhotosItemDidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PutSellPhotosGroups200GroupsItemPhotosItemDid = {
  tones: PutSellPhotosGroups200GroupsItemPhotosItemDidTones;
  crop: PutSellPhotosGroups200GroupsItemPhotosItemDidCrop;
} | null;

export type PutSellPhotosGroups200GroupsItemPhotosItemCutState = typeof PutSellPhotosGroups200GroupsItemPhotosItemCutState[keyof typeof PutSellPhotosGroups200GroupsItemPhotosItemCutState];


export const PutSellPhotosGroups200GroupsItemPhotosItemCutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PutSellPhotosGroups200GroupsItemPhotosItemCutBy = typeof PutSellPhotosGroups200GroupsItemPhotosItemCutBy[keyof typeof PutSellPhotosGroups200GroupsItemPhotosItemCutBy] | null;


export const PutSellPhotosGroups200GroupsItemPhotosItemCutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PutSellPhotosGroups200GroupsItemPhotosItemCut = {
  state: PutSellPhotosGroups200GroupsItemPhotosItemCutState;
  by: PutSellPhotosGroups200GroupsItemPhotosItemCutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PutSellPhotosGroups200GroupsItemPhotosItemCandidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PutSellPhotosGroups200GroupsItemPhotosItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PutSellPhotosGroups200GroupsItemPhotosItemState;
  /** @nullable */
  problem: string | null;
  problemCode: PutSellPhotosGroups200GroupsItemPhotosItemProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PutSellPhotosGroups200GroupsItemPhotosItemUsed;
  versions: PutSellPhotosGroups200GroupsItemPhotosItemVersionsItem[];
  did: PutSellPhotosGroups200GroupsItemPhotosItemDid;
  cut: PutSellPhotosGroups200GroupsItemPhotosItemCut;
  candidates: PutSellPhotosGroups200GroupsItemPhotosItemCandidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PutSellPhotosGroups200GroupsItemTitleField = typeof PutSellPhotosGroups200GroupsItemTitleField[keyof typeof PutSellPhotosGroups200GroupsItemTitleField];


export const PutSellPhotosGroups200GroupsItemTitleField = {
  title: 'title',
  brand: 'brand',
  model: 'model',
  gtin: 'gtin',
  isbn: 'isbn',
  words: 'words',
} as const;

export type PutSellPhotosGroups200GroupsItemTitle = {
  field: PutSellPhotosGroups200GroupsItemTitleField;
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
} | null;

export type PutSellPhotosGroups200GroupsItem = {
  photos: PutSellPhotosGroups200GroupsItemPhotosItem[];
  title: PutSellPhotosGroups200GroupsItemTitle;
};

export type PutSellPhotosGroups200RefusedItemState = typeof PutSellPhotosGroups200RefusedItemState[keyof typeof PutSellPhotosGroups200RefusedItemState];


export const PutSellPhotosGroups200RefusedItemState = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PutSellPhotosGroups200RefusedItemProblemCode = typeof PutSellPhotosGroups200RefusedItemProblemCode[keyof typeof PutSellPhotosGroups200RefusedItemProblemCode] | null;


export const PutSellPhotosGroups200RefusedItemProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PutSellPhotosGroups200RefusedItemUsed = typeof PutSellPhotosGroups200RefusedItemUsed[keyof typeof PutSellPhotosGroups200RefusedItemUsed];


export const PutSellPhotosGroups200RefusedItemUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PutSellPhotosGroups200RefusedItemVersionsItem = typeof PutSellPhotosGroups200RefusedItemVersionsItem[keyof typeof PutSellPhotosGroups200RefusedItemVersionsItem];


export const PutSellPhotosGroups200RefusedItemVersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PutSellPhotosGroups200RefusedItemDidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PutSellPhotosGroups200RefusedItemDidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PutSellPhotosGroups200RefusedItemDid = {
  tones: PutSellPhotosGroups200RefusedItemDidTones;
  crop: PutSellPhotosGroups200RefusedItemDidCrop;
} | null;

export type PutSellPhotosGroups200RefusedItemCutState = typeof PutSellPhotosGroups200RefusedItemCutState[keyof typeof PutSellPhotosGroups200RefusedItemCutState];


export const PutSellPhotosGroups200RefusedItemCutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PutSellPhotosGroups200RefusedItemCutBy = typeof PutSellPhotosGroups200RefusedItemCutBy[keyof typeof PutSellPhotosGroups200RefusedItemCutBy] | null;


export const PutSellPhotosGroups200RefusedItemCutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PutSellPhotosGroups200RefusedItemCut = {
  state: PutSellPhotosGroups200RefusedItemCutState;
  by: PutSellPhotosGroups200RefusedItemCutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PutSellPhotosGroups200RefusedItemCandidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PutSellPhotosGroups200RefusedItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PutSellPhotosGroups200RefusedItemState;
  /** @nullable */
  problem: string | null;
  problemCode: PutSellPhotosGroups200RefusedItemProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PutSellPhotosGroups200RefusedItemUsed;
  versions: PutSellPhotosGroups200RefusedItemVersionsItem[];
  did: PutSellPhotosGroups200RefusedItemDid;
  cut: PutSellPhotosGroups200RefusedItemCut;
  candidates: PutSellPhotosGroups200RefusedItemCandidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PutSellPhotosGroups200 = {
  groups: PutSellPhotosGroups200GroupsItem[];
  refused: PutSellPhotosGroups200RefusedItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  waiting: number;
  isCut: boolean;
};

export type PostSellPhotosItemsBodyGroupsItem = {
  /**
     * @minItems 1
     * @maxItems 100
     * @items.maximum 9007199254740991
     * @items.exclusiveMinimum 0
     */
  photoIds: number[];
  /**
     * @minLength 1
     * @maxLength 500
     */
  title?: string;
};

export type PostSellPhotosItemsBody = {
  /**
     * @minItems 1
     * @maxItems 100
     */
  groups: PostSellPhotosItemsBodyGroupsItem[];
};

export type PostSellPhotosItems201ItemsItemCategory = typeof PostSellPhotosItems201ItemsItemCategory[keyof typeof PostSellPhotosItems201ItemsItemCategory];


export const PostSellPhotosItems201ItemsItemCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostSellPhotosItems201ItemsItemCondition = typeof PostSellPhotosItems201ItemsItemCondition[keyof typeof PostSellPhotosItems201ItemsItemCondition] | null;


export const PostSellPhotosItems201ItemsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostSellPhotosItems201ItemsItemState = typeof PostSellPhotosItems201ItemsItemState[keyof typeof PostSellPhotosItems201ItemsItemState];


export const PostSellPhotosItems201ItemsItemState = {
  unlisted: 'unlisted',
  listed: 'listed',
  sold: 'sold',
  oversold: 'oversold',
  kept: 'kept',
  lost: 'lost',
} as const;

export type PostSellPhotosItems201ItemsItemCostItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PostSellPhotosItems201ItemsItemProfitItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  grossCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundsCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  costCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feesCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  otherCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  netCents: number;
};

export type PostSellPhotosItems201ItemsItemPredicted = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PostSellPhotosItems201ItemsItemPostsItemState = typeof PostSellPhotosItems201ItemsItemPostsItemState[keyof typeof PostSellPhotosItems201ItemsItemPostsItemState];


export const PostSellPhotosItems201ItemsItemPostsItemState = {
  live: 'live',
  'end-asked': 'end-asked',
  ended: 'ended',
} as const;

export type PostSellPhotosItems201ItemsItemPostsItemVia = typeof PostSellPhotosItems201ItemsItemPostsItemVia[keyof typeof PostSellPhotosItems201ItemsItemPostsItemVia];


export const PostSellPhotosItems201ItemsItemPostsItemVia = {
  person: 'person',
  api: 'api',
} as const;

export type PostSellPhotosItems201ItemsItemPostsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  marketplace: string;
  /** @nullable */
  url: string | null;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  state: PostSellPhotosItems201ItemsItemPostsItemState;
  via: PostSellPhotosItems201ItemsItemPostsItemVia;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  listedAt: string;
  checkedAt: string | null;
  endAskedAt: string | null;
  endedAt: string | null;
};

export type PostSellPhotosItems201ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sku: string;
  title: string;
  category: PostSellPhotosItems201ItemsItemCategory;
  /** @nullable */
  brand: string | null;
  condition: PostSellPhotosItems201ItemsItemCondition;
  /** @nullable */
  details: string | null;
  /** @nullable */
  defects: string | null;
  /** @nullable */
  included: string | null;
  /** @nullable */
  note: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
  state: PostSellPhotosItems201ItemsItemState;
  listingId: number | null;
  /** @nullable */
  boughtOn: string | null;
  cost: PostSellPhotosItems201ItemsItemCostItem[];
  profit: PostSellPhotosItems201ItemsItemProfitItem[];
  predicted: PostSellPhotosItems201ItemsItemPredicted;
  posts: PostSellPhotosItems201ItemsItemPostsItem[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PostSellPhotosItems201 = {
  items: PostSellPhotosItems201ItemsItem[];
};

export type GetSellPhoto200State = typeof GetSellPhoto200State[keyof typeof GetSellPhoto200State];


export const GetSellPhoto200State = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type GetSellPhoto200ProblemCode = typeof GetSellPhoto200ProblemCode[keyof typeof GetSellPhoto200ProblemCode] | null;


export const GetSellPhoto200ProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type GetSellPhoto200Used = typeof GetSellPhoto200Used[keyof typeof GetSellPhoto200Used];


export const GetSellPhoto200Used = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type GetSellPhoto200VersionsItem = typeof GetSellPhoto200VersionsItem[keyof typeof GetSellPhoto200VersionsItem];


export const GetSellPhoto200VersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type GetSellPhoto200DidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type GetSellPhoto200DidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type GetSellPhoto200Did = {
  tones: GetSellPhoto200DidTones;
  crop: GetSellPhoto200DidCrop;
} | null;

export type GetSellPhoto200CutState = typeof GetSellPhoto200CutState[keyof typeof GetSellPhoto200CutState];


export const GetSellPhoto200CutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type GetSellPhoto200CutBy = typeof GetSellPhoto200CutBy[keyof typeof GetSellPhoto200CutBy] | null;


export const GetSellPhoto200CutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type GetSellPhoto200Cut = {
  state: GetSellPhoto200CutState;
  by: GetSellPhoto200CutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type GetSellPhoto200Candidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type GetSellPhoto200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: GetSellPhoto200State;
  /** @nullable */
  problem: string | null;
  problemCode: GetSellPhoto200ProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: GetSellPhoto200Used;
  versions: GetSellPhoto200VersionsItem[];
  did: GetSellPhoto200Did;
  cut: GetSellPhoto200Cut;
  candidates: GetSellPhoto200Candidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PatchSellPhotoBodyUsed = typeof PatchSellPhotoBodyUsed[keyof typeof PatchSellPhotoBodyUsed];


export const PatchSellPhotoBodyUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PatchSellPhotoBody = {
  used: PatchSellPhotoBodyUsed;
};

export type PatchSellPhoto200State = typeof PatchSellPhoto200State[keyof typeof PatchSellPhoto200State];


export const PatchSellPhoto200State = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PatchSellPhoto200ProblemCode = typeof PatchSellPhoto200ProblemCode[keyof typeof PatchSellPhoto200ProblemCode] | null;


export const PatchSellPhoto200ProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PatchSellPhoto200Used = typeof PatchSellPhoto200Used[keyof typeof PatchSellPhoto200Used];


export const PatchSellPhoto200Used = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PatchSellPhoto200VersionsItem = typeof PatchSellPhoto200VersionsItem[keyof typeof PatchSellPhoto200VersionsItem];


export const PatchSellPhoto200VersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PatchSellPhoto200DidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PatchSellPhoto200DidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PatchSellPhoto200Did = {
  tones: PatchSellPhoto200DidTones;
  crop: PatchSellPhoto200DidCrop;
} | null;

export type PatchSellPhoto200CutState = typeof PatchSellPhoto200CutState[keyof typeof PatchSellPhoto200CutState];


export const PatchSellPhoto200CutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PatchSellPhoto200CutBy = typeof PatchSellPhoto200CutBy[keyof typeof PatchSellPhoto200CutBy] | null;


export const PatchSellPhoto200CutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PatchSellPhoto200Cut = {
  state: PatchSellPhoto200CutState;
  by: PatchSellPhoto200CutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PatchSellPhoto200Candidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PatchSellPhoto200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PatchSellPhoto200State;
  /** @nullable */
  problem: string | null;
  problemCode: PatchSellPhoto200ProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PatchSellPhoto200Used;
  versions: PatchSellPhoto200VersionsItem[];
  did: PatchSellPhoto200Did;
  cut: PatchSellPhoto200Cut;
  candidates: PatchSellPhoto200Candidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PostSellPhotoCutOut200State = typeof PostSellPhotoCutOut200State[keyof typeof PostSellPhotoCutOut200State];


export const PostSellPhotoCutOut200State = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PostSellPhotoCutOut200ProblemCode = typeof PostSellPhotoCutOut200ProblemCode[keyof typeof PostSellPhotoCutOut200ProblemCode] | null;


export const PostSellPhotoCutOut200ProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PostSellPhotoCutOut200Used = typeof PostSellPhotoCutOut200Used[keyof typeof PostSellPhotoCutOut200Used];


export const PostSellPhotoCutOut200Used = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PostSellPhotoCutOut200VersionsItem = typeof PostSellPhotoCutOut200VersionsItem[keyof typeof PostSellPhotoCutOut200VersionsItem];


export const PostSellPhotoCutOut200VersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PostSellPhotoCutOut200DidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PostSellPhotoCutOut200DidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PostSellPhotoCutOut200Did = {
  tones: PostSellPhotoCutOut200DidTones;
  crop: PostSellPhotoCutOut200DidCrop;
} | null;

export type PostSellPhotoCutOut200CutState = typeof PostSellPhotoCutOut200CutState[keyof typeof PostSellPhotoCutOut200CutState];


export const PostSellPhotoCutOut200CutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PostSellPhotoCutOut200CutBy = typeof PostSellPhotoCutOut200CutBy[keyof typeof PostSellPhotoCutOut200CutBy] | null;


export const PostSellPhotoCutOut200CutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PostSellPhotoCutOut200Cut = {
  state: PostSellPhotoCutOut200CutState;
  by: PostSellPhotoCutOut200CutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PostSellPhotoCutOut200Candidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PostSellPhotoCutOut200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PostSellPhotoCutOut200State;
  /** @nullable */
  problem: string | null;
  problemCode: PostSellPhotoCutOut200ProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PostSellPhotoCutOut200Used;
  versions: PostSellPhotoCutOut200VersionsItem[];
  did: PostSellPhotoCutOut200Did;
  cut: PostSellPhotoCutOut200Cut;
  candidates: PostSellPhotoCutOut200Candidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type GetSellPhotoFileParams = {
version?: GetSellPhotoFileVersion;
size?: GetSellPhotoFileSize;
};

export type GetSellPhotoFileVersion = typeof GetSellPhotoFileVersion[keyof typeof GetSellPhotoFileVersion];


export const GetSellPhotoFileVersion = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
  original: 'original',
  used: 'used',
} as const;

export type GetSellPhotoFileSize = typeof GetSellPhotoFileSize[keyof typeof GetSellPhotoFileSize];


export const GetSellPhotoFileSize = {
  large: 'large',
  small: 'small',
} as const;

export type GetItemPhotos200PhotosItemState = typeof GetItemPhotos200PhotosItemState[keyof typeof GetItemPhotos200PhotosItemState];


export const GetItemPhotos200PhotosItemState = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type GetItemPhotos200PhotosItemProblemCode = typeof GetItemPhotos200PhotosItemProblemCode[keyof typeof GetItemPhotos200PhotosItemProblemCode] | null;


export const GetItemPhotos200PhotosItemProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type GetItemPhotos200PhotosItemUsed = typeof GetItemPhotos200PhotosItemUsed[keyof typeof GetItemPhotos200PhotosItemUsed];


export const GetItemPhotos200PhotosItemUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type GetItemPhotos200PhotosItemVersionsItem = typeof GetItemPhotos200PhotosItemVersionsItem[keyof typeof GetItemPhotos200PhotosItemVersionsItem];


export const GetItemPhotos200PhotosItemVersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type GetItemPhotos200PhotosItemDidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type GetItemPhotos200PhotosItemDidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type GetItemPhotos200PhotosItemDid = {
  tones: GetItemPhotos200PhotosItemDidTones;
  crop: GetItemPhotos200PhotosItemDidCrop;
} | null;

export type GetItemPhotos200PhotosItemCutState = typeof GetItemPhotos200PhotosItemCutState[keyof typeof GetItemPhotos200PhotosItemCutState];


export const GetItemPhotos200PhotosItemCutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type GetItemPhotos200PhotosItemCutBy = typeof GetItemPhotos200PhotosItemCutBy[keyof typeof GetItemPhotos200PhotosItemCutBy] | null;


export const GetItemPhotos200PhotosItemCutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type GetItemPhotos200PhotosItemCut = {
  state: GetItemPhotos200PhotosItemCutState;
  by: GetItemPhotos200PhotosItemCutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type GetItemPhotos200PhotosItemCandidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type GetItemPhotos200PhotosItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: GetItemPhotos200PhotosItemState;
  /** @nullable */
  problem: string | null;
  problemCode: GetItemPhotos200PhotosItemProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: GetItemPhotos200PhotosItemUsed;
  versions: GetItemPhotos200PhotosItemVersionsItem[];
  did: GetItemPhotos200PhotosItemDid;
  cut: GetItemPhotos200PhotosItemCut;
  candidates: GetItemPhotos200PhotosItemCandidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type GetItemPhotos200FactsItemField = typeof GetItemPhotos200FactsItemField[keyof typeof GetItemPhotos200FactsItemField];


export const GetItemPhotos200FactsItemField = {
  title: 'title',
  brand: 'brand',
  model: 'model',
  gtin: 'gtin',
  isbn: 'isbn',
  words: 'words',
  category: 'category',
  condition: 'condition',
  details: 'details',
  defects: 'defects',
  included: 'included',
  'description-en': 'description-en',
  'description-de': 'description-de',
  'description-nl': 'description-nl',
} as const;

export type GetItemPhotos200FactsItem = {
  field: GetItemPhotos200FactsItemField;
  value: string;
  confidence: number;
  origin: string;
  /** @nullable */
  evidence: string | null;
  photoId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetItemPhotos200 = {
  photos: GetItemPhotos200PhotosItem[];
  facts: GetItemPhotos200FactsItem[];
};

export type PutItemPhotosBody = {
  /**
     * @maxItems 100
     * @items.maximum 9007199254740991
     * @items.exclusiveMinimum 0
     */
  photoIds: number[];
};

export type PutItemPhotos200PhotosItemState = typeof PutItemPhotos200PhotosItemState[keyof typeof PutItemPhotos200PhotosItemState];


export const PutItemPhotos200PhotosItemState = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PutItemPhotos200PhotosItemProblemCode = typeof PutItemPhotos200PhotosItemProblemCode[keyof typeof PutItemPhotos200PhotosItemProblemCode] | null;


export const PutItemPhotos200PhotosItemProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PutItemPhotos200PhotosItemUsed = typeof PutItemPhotos200PhotosItemUsed[keyof typeof PutItemPhotos200PhotosItemUsed];


export const PutItemPhotos200PhotosItemUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PutItemPhotos200PhotosItemVersionsItem = typeof PutItemPhotos200PhotosItemVersionsItem[keyof typeof PutItemPhotos200PhotosItemVersionsItem];


export const PutItemPhotos200PhotosItemVersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PutItemPhotos200PhotosItemDidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PutItemPhotos200PhotosItemDidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PutItemPhotos200PhotosItemDid = {
  tones: PutItemPhotos200PhotosItemDidTones;
  crop: PutItemPhotos200PhotosItemDidCrop;
} | null;

export type PutItemPhotos200PhotosItemCutState = typeof PutItemPhotos200PhotosItemCutState[keyof typeof PutItemPhotos200PhotosItemCutState];


export const PutItemPhotos200PhotosItemCutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PutItemPhotos200PhotosItemCutBy = typeof PutItemPhotos200PhotosItemCutBy[keyof typeof PutItemPhotos200PhotosItemCutBy] | null;


export const PutItemPhotos200PhotosItemCutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PutItemPhotos200PhotosItemCut = {
  state: PutItemPhotos200PhotosItemCutState;
  by: PutItemPhotos200PhotosItemCutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PutItemPhotos200PhotosItemCandidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PutItemPhotos200PhotosItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PutItemPhotos200PhotosItemState;
  /** @nullable */
  problem: string | null;
  problemCode: PutItemPhotos200PhotosItemProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PutItemPhotos200PhotosItemUsed;
  versions: PutItemPhotos200PhotosItemVersionsItem[];
  did: PutItemPhotos200PhotosItemDid;
  cut: PutItemPhotos200PhotosItemCut;
  candidates: PutItemPhotos200PhotosItemCandidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PutItemPhotos200FactsItemField = typeof PutItemPhotos200FactsItemField[keyof typeof PutItemPhotos200FactsItemField];


export const PutItemPhotos200FactsItemField = {
  title: 'title',
  brand: 'brand',
  model: 'model',
  gtin: 'gtin',
  isbn: 'isbn',
  words: 'words',
  category: 'category',
  condition: 'condition',
  details: 'details',
  defects: 'defects',
  included: 'included',
  'description-en': 'description-en',
  'description-de': 'description-de',
  'description-nl': 'description-nl',
} as const;

export type PutItemPhotos200FactsItem = {
  field: PutItemPhotos200FactsItemField;
  value: string;
  confidence: number;
  origin: string;
  /** @nullable */
  evidence: string | null;
  photoId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PutItemPhotos200 = {
  photos: PutItemPhotos200PhotosItem[];
  facts: PutItemPhotos200FactsItem[];
};

export type PutItemFactsBodyField = typeof PutItemFactsBodyField[keyof typeof PutItemFactsBodyField];


export const PutItemFactsBodyField = {
  title: 'title',
  brand: 'brand',
  model: 'model',
  gtin: 'gtin',
  isbn: 'isbn',
  words: 'words',
  category: 'category',
  condition: 'condition',
  details: 'details',
  defects: 'defects',
  included: 'included',
  'description-en': 'description-en',
  'description-de': 'description-de',
  'description-nl': 'description-nl',
} as const;

export type PutItemFactsBody = {
  field: PutItemFactsBodyField;
  value: string | null;
};

export type PutItemFacts200PhotosItemState = typeof PutItemFacts200PhotosItemState[keyof typeof PutItemFacts200PhotosItemState];


export const PutItemFacts200PhotosItemState = {
  waiting: 'waiting',
  ready: 'ready',
  refused: 'refused',
} as const;

export type PutItemFacts200PhotosItemProblemCode = typeof PutItemFacts200PhotosItemProblemCode[keyof typeof PutItemFacts200PhotosItemProblemCode] | null;


export const PutItemFacts200PhotosItemProblemCode = {
  empty: 'empty',
  'no-picture': 'no-picture',
  'other-kind': 'other-kind',
  animation: 'animation',
  'too-small': 'too-small',
  'too-many-pixels': 'too-many-pixels',
  damaged: 'damaged',
  'too-slow': 'too-slow',
  'too-much-memory': 'too-much-memory',
} as const;

export type PutItemFacts200PhotosItemUsed = typeof PutItemFacts200PhotosItemUsed[keyof typeof PutItemFacts200PhotosItemUsed];


export const PutItemFacts200PhotosItemUsed = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PutItemFacts200PhotosItemVersionsItem = typeof PutItemFacts200PhotosItemVersionsItem[keyof typeof PutItemFacts200PhotosItemVersionsItem];


export const PutItemFacts200PhotosItemVersionsItem = {
  plain: 'plain',
  clean: 'clean',
  cut: 'cut',
} as const;

export type PutItemFacts200PhotosItemDidTones = {
  gains: number[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  offset: number;
} | null;

export type PutItemFacts200PhotosItemDidCrop = {
  left: number;
  top: number;
  width: number;
  height: number;
} | null;

export type PutItemFacts200PhotosItemDid = {
  tones: PutItemFacts200PhotosItemDidTones;
  crop: PutItemFacts200PhotosItemDidCrop;
} | null;

export type PutItemFacts200PhotosItemCutState = typeof PutItemFacts200PhotosItemCutState[keyof typeof PutItemFacts200PhotosItemCutState];


export const PutItemFacts200PhotosItemCutState = {
  asked: 'asked',
  done: 'done',
  bad: 'bad',
  none: 'none',
} as const;

export type PutItemFacts200PhotosItemCutBy = typeof PutItemFacts200PhotosItemCutBy[keyof typeof PutItemFacts200PhotosItemCutBy] | null;


export const PutItemFacts200PhotosItemCutBy = {
  model: 'model',
  fill: 'fill',
} as const;

export type PutItemFacts200PhotosItemCut = {
  state: PutItemFacts200PhotosItemCutState;
  by: PutItemFacts200PhotosItemCutBy;
  /** @nullable */
  quality: number | null;
} | null;

export type PutItemFacts200PhotosItemCandidates = ({
  field: 'title' | 'brand' | 'model' | 'gtin' | 'isbn' | 'words';
  value: string;
  confidence: number;
  origin: string;
  evidence: string;
  listingId: number | null;
})[] | null;

export type PutItemFacts200PhotosItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sha256: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bytes: number;
  state: PutItemFacts200PhotosItemState;
  /** @nullable */
  problem: string | null;
  problemCode: PutItemFacts200PhotosItemProblemCode;
  width: number | null;
  height: number | null;
  /** @nullable */
  takenAt: string | null;
  used: PutItemFacts200PhotosItemUsed;
  versions: PutItemFacts200PhotosItemVersionsItem[];
  did: PutItemFacts200PhotosItemDid;
  cut: PutItemFacts200PhotosItemCut;
  candidates: PutItemFacts200PhotosItemCandidates;
  mayShowPerson: boolean;
  itemId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PutItemFacts200FactsItemField = typeof PutItemFacts200FactsItemField[keyof typeof PutItemFacts200FactsItemField];


export const PutItemFacts200FactsItemField = {
  title: 'title',
  brand: 'brand',
  model: 'model',
  gtin: 'gtin',
  isbn: 'isbn',
  words: 'words',
  category: 'category',
  condition: 'condition',
  details: 'details',
  defects: 'defects',
  included: 'included',
  'description-en': 'description-en',
  'description-de': 'description-de',
  'description-nl': 'description-nl',
} as const;

export type PutItemFacts200FactsItem = {
  field: PutItemFacts200FactsItemField;
  value: string;
  confidence: number;
  origin: string;
  /** @nullable */
  evidence: string | null;
  photoId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PutItemFacts200 = {
  photos: PutItemFacts200PhotosItem[];
  facts: PutItemFacts200FactsItem[];
};

export type GetItemPhotosZipParams = {
/**
 * @minimum 500
 * @maximum 2048
 */
longest?: number;
};

export type GetSellApiPlaces200ItemsItemSitesItem = {
  id: string;
  name: string;
  currency: string;
};

export type GetSellApiPlaces200ItemsItem = {
  id: string;
  name: string;
  sites: GetSellApiPlaces200ItemsItemSitesItem[];
};

export type GetSellApiPlaces200 = {
  items: GetSellApiPlaces200ItemsItem[];
};

export type GetSellApiPlacePreflight200ShippingPoliciesItem = {
  id: string;
  name: string;
  needsWeight: boolean;
};

export type GetSellApiPlacePreflight200PaymentPoliciesItem = {
  id: string;
  name: string;
};

export type GetSellApiPlacePreflight200ReturnPoliciesItem = {
  id: string;
  name: string;
};

export type GetSellApiPlacePreflight200LocationsItem = {
  id: string;
  name: string;
};

export type GetSellApiPlacePreflight200Limit = {
  units: number | null;
  cents: number | null;
  currency: string;
} | null;

export type GetSellApiPlacePreflight200 = {
  missing: string[];
  shippingPolicies: GetSellApiPlacePreflight200ShippingPoliciesItem[];
  paymentPolicies: GetSellApiPlacePreflight200PaymentPoliciesItem[];
  returnPolicies: GetSellApiPlacePreflight200ReturnPoliciesItem[];
  locations: GetSellApiPlacePreflight200LocationsItem[];
  limit: GetSellApiPlacePreflight200Limit;
};

export type PostSellApiPlaceLocationsBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  name?: string;
  /** @pattern ^[A-Z]{2}$ */
  country: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9 -]{1,11}$ */
  postalCode: string;
};

export type PostSellApiPlaceLocations200 = {
  locationId: string;
};

export type GetSellApiPlaceCategoriesParams = {
/**
 * @minLength 1
 * @maxLength 300
 */
title: string;
};

export type GetSellApiPlaceCategories200ItemsItem = {
  id: string;
  name: string;
};

export type GetSellApiPlaceCategories200 = {
  items: GetSellApiPlaceCategories200ItemsItem[];
};

export type GetSellApiPlaceCategorie200SpecificsItem = {
  name: string;
  isRequired: boolean;
  isClosed: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  valuesMax: number;
  values: string[];
};

export type GetSellApiPlaceCategorie200ConditionsItemMeans = typeof GetSellApiPlaceCategorie200ConditionsItemMeans[keyof typeof GetSellApiPlaceCategorie200ConditionsItemMeans] | null;


export const GetSellApiPlaceCategorie200ConditionsItemMeans = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetSellApiPlaceCategorie200ConditionsItem = {
  id: string;
  name: string;
  means: GetSellApiPlaceCategorie200ConditionsItemMeans;
};

export type GetSellApiPlaceCategorie200 = {
  id: string;
  specifics: GetSellApiPlaceCategorie200SpecificsItem[];
  conditions: GetSellApiPlaceCategorie200ConditionsItem[];
};

export type GetItemApiPost200Site = {
  id: string;
  name: string;
  currency: string;
};

export type GetItemApiPost200AdFieldsItemName = typeof GetItemApiPost200AdFieldsItemName[keyof typeof GetItemApiPost200AdFieldsItemName];


export const GetItemApiPost200AdFieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type GetItemApiPost200AdFieldsItemFrom = typeof GetItemApiPost200AdFieldsItemFrom[keyof typeof GetItemApiPost200AdFieldsItemFrom];


export const GetItemApiPost200AdFieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type GetItemApiPost200AdFieldsItem = {
  name: GetItemApiPost200AdFieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: GetItemApiPost200AdFieldsItemFrom;
};

export type GetItemApiPost200AdPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type GetItemApiPost200AdFindingsItemSeverity = typeof GetItemApiPost200AdFindingsItemSeverity[keyof typeof GetItemApiPost200AdFindingsItemSeverity];


export const GetItemApiPost200AdFindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type GetItemApiPost200AdFindingsItemField = typeof GetItemApiPost200AdFindingsItemField[keyof typeof GetItemApiPost200AdFindingsItemField] | null;


export const GetItemApiPost200AdFindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type GetItemApiPost200AdFindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetItemApiPost200AdFindingsItem = {
  severity: GetItemApiPost200AdFindingsItemSeverity;
  field: GetItemApiPost200AdFindingsItemField;
  sentence: string;
  code: string;
  params: GetItemApiPost200AdFindingsItemParams;
};

export type GetItemApiPost200Ad = {
  fields: GetItemApiPost200AdFieldsItem[];
  price: GetItemApiPost200AdPrice;
  findings: GetItemApiPost200AdFindingsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  isYours: boolean;
};

export type GetItemApiPost200DraftSpecifics = {[key: string]: string[]};

export type GetItemApiPost200DraftBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type GetItemApiPost200Draft = {
  /** @nullable */
  categoryId: string | null;
  /** @nullable */
  categoryName: string | null;
  /** @nullable */
  conditionId: string | null;
  /** @nullable */
  conditionNote: string | null;
  specifics: GetItemApiPost200DraftSpecifics;
  quantity: number | null;
  /** @nullable */
  shippingPolicyId: string | null;
  /** @nullable */
  paymentPolicyId: string | null;
  /** @nullable */
  returnPolicyId: string | null;
  /** @nullable */
  locationId: string | null;
  weightGrams: number | null;
  bestOffer: GetItemApiPost200DraftBestOffer;
};

export type GetItemApiPost200State = typeof GetItemApiPost200State[keyof typeof GetItemApiPost200State];


export const GetItemApiPost200State = {
  prepared: 'prepared',
  publishing: 'publishing',
  live: 'live',
  'changed-there': 'changed-there',
  ending: 'ending',
  ended: 'ended',
  failed: 'failed',
  unknown: 'unknown',
} as const;

export type GetItemApiPost200Wish = typeof GetItemApiPost200Wish[keyof typeof GetItemApiPost200Wish] | null;


export const GetItemApiPost200Wish = {
  check: 'check',
  publish: 'publish',
  revise: 'revise',
  look: 'look',
  end: 'end',
} as const;

export type GetItemApiPost200Step = typeof GetItemApiPost200Step[keyof typeof GetItemApiPost200Step] | null;


export const GetItemApiPost200Step = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type GetItemApiPost200ProblemOutcome = typeof GetItemApiPost200ProblemOutcome[keyof typeof GetItemApiPost200ProblemOutcome];


export const GetItemApiPost200ProblemOutcome = {
  refused: 'refused',
  consent: 'consent',
  away: 'away',
  unknown: 'unknown',
} as const;

export type GetItemApiPost200ProblemStep = typeof GetItemApiPost200ProblemStep[keyof typeof GetItemApiPost200ProblemStep];


export const GetItemApiPost200ProblemStep = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type GetItemApiPost200Problem = {
  outcome: GetItemApiPost200ProblemOutcome;
  reason: string;
  codes?: string[];
  fields?: string[];
  step: GetItemApiPost200ProblemStep;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type GetItemApiPost200Fees = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
}[] | null;

export type GetItemApiPost200SentBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type GetItemApiPost200Sent = {
  title: string;
  description: string;
  bestOffer: GetItemApiPost200SentBestOffer;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
} | null;

export type GetItemApiPost200ThereState = typeof GetItemApiPost200ThereState[keyof typeof GetItemApiPost200ThereState];


export const GetItemApiPost200ThereState = {
  draft: 'draft',
  live: 'live',
  ended: 'ended',
} as const;

export type GetItemApiPost200There = {
  state: GetItemApiPost200ThereState;
  /** @nullable */
  title: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
} | null;

export type GetItemApiPost200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  id: number | null;
  marketplace: string;
  name: string;
  site: GetItemApiPost200Site;
  sku: string;
  ad: GetItemApiPost200Ad;
  draft: GetItemApiPost200Draft;
  missing: string[];
  state: GetItemApiPost200State;
  wish: GetItemApiPost200Wish;
  step: GetItemApiPost200Step;
  problem: GetItemApiPost200Problem;
  warnings: string[];
  fees: GetItemApiPost200Fees;
  isEdited: boolean;
  /** @nullable */
  listingId: string | null;
  /** @nullable */
  url: string | null;
  sent: GetItemApiPost200Sent;
  there: GetItemApiPost200There;
  readAt: string | null;
  endAskedAt: string | null;
  publishedAt: string | null;
  endedAt: string | null;
};

export type PatchItemApiPostBodySpecifics = {[key: string]: string[]};

export type PatchItemApiPostBodyBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PatchItemApiPostBody = {
  categoryId?: string | null;
  categoryName?: string | null;
  conditionId?: string | null;
  conditionNote?: string | null;
  specifics?: PatchItemApiPostBodySpecifics;
  quantity?: number | null;
  shippingPolicyId?: string | null;
  paymentPolicyId?: string | null;
  returnPolicyId?: string | null;
  locationId?: string | null;
  weightGrams?: number | null;
  bestOffer?: PatchItemApiPostBodyBestOffer;
};

export type PatchItemApiPost200Site = {
  id: string;
  name: string;
  currency: string;
};

export type PatchItemApiPost200AdFieldsItemName = typeof PatchItemApiPost200AdFieldsItemName[keyof typeof PatchItemApiPost200AdFieldsItemName];


export const PatchItemApiPost200AdFieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type PatchItemApiPost200AdFieldsItemFrom = typeof PatchItemApiPost200AdFieldsItemFrom[keyof typeof PatchItemApiPost200AdFieldsItemFrom];


export const PatchItemApiPost200AdFieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type PatchItemApiPost200AdFieldsItem = {
  name: PatchItemApiPost200AdFieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: PatchItemApiPost200AdFieldsItemFrom;
};

export type PatchItemApiPost200AdPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PatchItemApiPost200AdFindingsItemSeverity = typeof PatchItemApiPost200AdFindingsItemSeverity[keyof typeof PatchItemApiPost200AdFindingsItemSeverity];


export const PatchItemApiPost200AdFindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type PatchItemApiPost200AdFindingsItemField = typeof PatchItemApiPost200AdFindingsItemField[keyof typeof PatchItemApiPost200AdFindingsItemField] | null;


export const PatchItemApiPost200AdFindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type PatchItemApiPost200AdFindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PatchItemApiPost200AdFindingsItem = {
  severity: PatchItemApiPost200AdFindingsItemSeverity;
  field: PatchItemApiPost200AdFindingsItemField;
  sentence: string;
  code: string;
  params: PatchItemApiPost200AdFindingsItemParams;
};

export type PatchItemApiPost200Ad = {
  fields: PatchItemApiPost200AdFieldsItem[];
  price: PatchItemApiPost200AdPrice;
  findings: PatchItemApiPost200AdFindingsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  isYours: boolean;
};

export type PatchItemApiPost200DraftSpecifics = {[key: string]: string[]};

export type PatchItemApiPost200DraftBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PatchItemApiPost200Draft = {
  /** @nullable */
  categoryId: string | null;
  /** @nullable */
  categoryName: string | null;
  /** @nullable */
  conditionId: string | null;
  /** @nullable */
  conditionNote: string | null;
  specifics: PatchItemApiPost200DraftSpecifics;
  quantity: number | null;
  /** @nullable */
  shippingPolicyId: string | null;
  /** @nullable */
  paymentPolicyId: string | null;
  /** @nullable */
  returnPolicyId: string | null;
  /** @nullable */
  locationId: string | null;
  weightGrams: number | null;
  bestOffer: PatchItemApiPost200DraftBestOffer;
};

export type PatchItemApiPost200State = typeof PatchItemApiPost200State[keyof typeof PatchItemApiPost200State];


export const PatchItemApiPost200State = {
  prepared: 'prepared',
  publishing: 'publishing',
  live: 'live',
  'changed-there': 'changed-there',
  ending: 'ending',
  ended: 'ended',
  failed: 'failed',
  unknown: 'unknown',
} as const;

export type PatchItemApiPost200Wish = typeof PatchItemApiPost200Wish[keyof typeof PatchItemApiPost200Wish] | null;


export const PatchItemApiPost200Wish = {
  check: 'check',
  publish: 'publish',
  revise: 'revise',
  look: 'look',
  end: 'end',
} as const;

export type PatchItemApiPost200Step = typeof PatchItemApiPost200Step[keyof typeof PatchItemApiPost200Step] | null;


export const PatchItemApiPost200Step = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PatchItemApiPost200ProblemOutcome = typeof PatchItemApiPost200ProblemOutcome[keyof typeof PatchItemApiPost200ProblemOutcome];


export const PatchItemApiPost200ProblemOutcome = {
  refused: 'refused',
  consent: 'consent',
  away: 'away',
  unknown: 'unknown',
} as const;

export type PatchItemApiPost200ProblemStep = typeof PatchItemApiPost200ProblemStep[keyof typeof PatchItemApiPost200ProblemStep];


export const PatchItemApiPost200ProblemStep = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PatchItemApiPost200Problem = {
  outcome: PatchItemApiPost200ProblemOutcome;
  reason: string;
  codes?: string[];
  fields?: string[];
  step: PatchItemApiPost200ProblemStep;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type PatchItemApiPost200Fees = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
}[] | null;

export type PatchItemApiPost200SentBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PatchItemApiPost200Sent = {
  title: string;
  description: string;
  bestOffer: PatchItemApiPost200SentBestOffer;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
} | null;

export type PatchItemApiPost200ThereState = typeof PatchItemApiPost200ThereState[keyof typeof PatchItemApiPost200ThereState];


export const PatchItemApiPost200ThereState = {
  draft: 'draft',
  live: 'live',
  ended: 'ended',
} as const;

export type PatchItemApiPost200There = {
  state: PatchItemApiPost200ThereState;
  /** @nullable */
  title: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
} | null;

export type PatchItemApiPost200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  id: number | null;
  marketplace: string;
  name: string;
  site: PatchItemApiPost200Site;
  sku: string;
  ad: PatchItemApiPost200Ad;
  draft: PatchItemApiPost200Draft;
  missing: string[];
  state: PatchItemApiPost200State;
  wish: PatchItemApiPost200Wish;
  step: PatchItemApiPost200Step;
  problem: PatchItemApiPost200Problem;
  warnings: string[];
  fees: PatchItemApiPost200Fees;
  isEdited: boolean;
  /** @nullable */
  listingId: string | null;
  /** @nullable */
  url: string | null;
  sent: PatchItemApiPost200Sent;
  there: PatchItemApiPost200There;
  readAt: string | null;
  endAskedAt: string | null;
  publishedAt: string | null;
  endedAt: string | null;
};

export type PostItemApiPostCheck200Site = {
  id: string;
  name: string;
  currency: string;
};

export type PostItemApiPostCheck200AdFieldsItemName = typeof PostItemApiPostCheck200AdFieldsItemName[keyof typeof PostItemApiPostCheck200AdFieldsItemName];


export const PostItemApiPostCheck200AdFieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type PostItemApiPostCheck200AdFieldsItemFrom = typeof PostItemApiPostCheck200AdFieldsItemFrom[keyof typeof PostItemApiPostCheck200AdFieldsItemFrom];


export const PostItemApiPostCheck200AdFieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type PostItemApiPostCheck200AdFieldsItem = {
  name: PostItemApiPostCheck200AdFieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: PostItemApiPostCheck200AdFieldsItemFrom;
};

export type PostItemApiPostCheck200AdPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PostItemApiPostCheck200AdFindingsItemSeverity = typeof PostItemApiPostCheck200AdFindingsItemSeverity[keyof typeof PostItemApiPostCheck200AdFindingsItemSeverity];


export const PostItemApiPostCheck200AdFindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type PostItemApiPostCheck200AdFindingsItemField = typeof PostItemApiPostCheck200AdFindingsItemField[keyof typeof PostItemApiPostCheck200AdFindingsItemField] | null;


export const PostItemApiPostCheck200AdFindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type PostItemApiPostCheck200AdFindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostItemApiPostCheck200AdFindingsItem = {
  severity: PostItemApiPostCheck200AdFindingsItemSeverity;
  field: PostItemApiPostCheck200AdFindingsItemField;
  sentence: string;
  code: string;
  params: PostItemApiPostCheck200AdFindingsItemParams;
};

export type PostItemApiPostCheck200Ad = {
  fields: PostItemApiPostCheck200AdFieldsItem[];
  price: PostItemApiPostCheck200AdPrice;
  findings: PostItemApiPostCheck200AdFindingsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  isYours: boolean;
};

export type PostItemApiPostCheck200DraftSpecifics = {[key: string]: string[]};

export type PostItemApiPostCheck200DraftBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostCheck200Draft = {
  /** @nullable */
  categoryId: string | null;
  /** @nullable */
  categoryName: string | null;
  /** @nullable */
  conditionId: string | null;
  /** @nullable */
  conditionNote: string | null;
  specifics: PostItemApiPostCheck200DraftSpecifics;
  quantity: number | null;
  /** @nullable */
  shippingPolicyId: string | null;
  /** @nullable */
  paymentPolicyId: string | null;
  /** @nullable */
  returnPolicyId: string | null;
  /** @nullable */
  locationId: string | null;
  weightGrams: number | null;
  bestOffer: PostItemApiPostCheck200DraftBestOffer;
};

export type PostItemApiPostCheck200State = typeof PostItemApiPostCheck200State[keyof typeof PostItemApiPostCheck200State];


export const PostItemApiPostCheck200State = {
  prepared: 'prepared',
  publishing: 'publishing',
  live: 'live',
  'changed-there': 'changed-there',
  ending: 'ending',
  ended: 'ended',
  failed: 'failed',
  unknown: 'unknown',
} as const;

export type PostItemApiPostCheck200Wish = typeof PostItemApiPostCheck200Wish[keyof typeof PostItemApiPostCheck200Wish] | null;


export const PostItemApiPostCheck200Wish = {
  check: 'check',
  publish: 'publish',
  revise: 'revise',
  look: 'look',
  end: 'end',
} as const;

export type PostItemApiPostCheck200Step = typeof PostItemApiPostCheck200Step[keyof typeof PostItemApiPostCheck200Step] | null;


export const PostItemApiPostCheck200Step = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostCheck200ProblemOutcome = typeof PostItemApiPostCheck200ProblemOutcome[keyof typeof PostItemApiPostCheck200ProblemOutcome];


export const PostItemApiPostCheck200ProblemOutcome = {
  refused: 'refused',
  consent: 'consent',
  away: 'away',
  unknown: 'unknown',
} as const;

export type PostItemApiPostCheck200ProblemStep = typeof PostItemApiPostCheck200ProblemStep[keyof typeof PostItemApiPostCheck200ProblemStep];


export const PostItemApiPostCheck200ProblemStep = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostCheck200Problem = {
  outcome: PostItemApiPostCheck200ProblemOutcome;
  reason: string;
  codes?: string[];
  fields?: string[];
  step: PostItemApiPostCheck200ProblemStep;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type PostItemApiPostCheck200Fees = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
}[] | null;

export type PostItemApiPostCheck200SentBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostCheck200Sent = {
  title: string;
  description: string;
  bestOffer: PostItemApiPostCheck200SentBestOffer;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
} | null;

export type PostItemApiPostCheck200ThereState = typeof PostItemApiPostCheck200ThereState[keyof typeof PostItemApiPostCheck200ThereState];


export const PostItemApiPostCheck200ThereState = {
  draft: 'draft',
  live: 'live',
  ended: 'ended',
} as const;

export type PostItemApiPostCheck200There = {
  state: PostItemApiPostCheck200ThereState;
  /** @nullable */
  title: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
} | null;

export type PostItemApiPostCheck200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  id: number | null;
  marketplace: string;
  name: string;
  site: PostItemApiPostCheck200Site;
  sku: string;
  ad: PostItemApiPostCheck200Ad;
  draft: PostItemApiPostCheck200Draft;
  missing: string[];
  state: PostItemApiPostCheck200State;
  wish: PostItemApiPostCheck200Wish;
  step: PostItemApiPostCheck200Step;
  problem: PostItemApiPostCheck200Problem;
  warnings: string[];
  fees: PostItemApiPostCheck200Fees;
  isEdited: boolean;
  /** @nullable */
  listingId: string | null;
  /** @nullable */
  url: string | null;
  sent: PostItemApiPostCheck200Sent;
  there: PostItemApiPostCheck200There;
  readAt: string | null;
  endAskedAt: string | null;
  publishedAt: string | null;
  endedAt: string | null;
};

export type PostItemApiPostConfirmation200FeesItem = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PostItemApiPostConfirmation200 = {
  confirmation: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  endsAt: string;
  fees: PostItemApiPostConfirmation200FeesItem[];
  title: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
};

export type PostItemApiPostPublishBody = {
  /**
     * @minLength 1
     * @maxLength 200
     */
  confirmation: string;
};

export type PostItemApiPostPublish200Site = {
  id: string;
  name: string;
  currency: string;
};

export type PostItemApiPostPublish200AdFieldsItemName = typeof PostItemApiPostPublish200AdFieldsItemName[keyof typeof PostItemApiPostPublish200AdFieldsItemName];


export const PostItemApiPostPublish200AdFieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type PostItemApiPostPublish200AdFieldsItemFrom = typeof PostItemApiPostPublish200AdFieldsItemFrom[keyof typeof PostItemApiPostPublish200AdFieldsItemFrom];


export const PostItemApiPostPublish200AdFieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type PostItemApiPostPublish200AdFieldsItem = {
  name: PostItemApiPostPublish200AdFieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: PostItemApiPostPublish200AdFieldsItemFrom;
};

export type PostItemApiPostPublish200AdPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PostItemApiPostPublish200AdFindingsItemSeverity = typeof PostItemApiPostPublish200AdFindingsItemSeverity[keyof typeof PostItemApiPostPublish200AdFindingsItemSeverity];


export const PostItemApiPostPublish200AdFindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type PostItemApiPostPublish200AdFindingsItemField = typeof PostItemApiPostPublish200AdFindingsItemField[keyof typeof PostItemApiPostPublish200AdFindingsItemField] | null;


export const PostItemApiPostPublish200AdFindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type PostItemApiPostPublish200AdFindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostItemApiPostPublish200AdFindingsItem = {
  severity: PostItemApiPostPublish200AdFindingsItemSeverity;
  field: PostItemApiPostPublish200AdFindingsItemField;
  sentence: string;
  code: string;
  params: PostItemApiPostPublish200AdFindingsItemParams;
};

export type PostItemApiPostPublish200Ad = {
  fields: PostItemApiPostPublish200AdFieldsItem[];
  price: PostItemApiPostPublish200AdPrice;
  findings: PostItemApiPostPublish200AdFindingsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  isYours: boolean;
};

export type PostItemApiPostPublish200DraftSpecifics = {[key: string]: string[]};

export type PostItemApiPostPublish200DraftBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostPublish200Draft = {
  /** @nullable */
  categoryId: string | null;
  /** @nullable */
  categoryName: string | null;
  /** @nullable */
  conditionId: string | null;
  /** @nullable */
  conditionNote: string | null;
  specifics: PostItemApiPostPublish200DraftSpecifics;
  quantity: number | null;
  /** @nullable */
  shippingPolicyId: string | null;
  /** @nullable */
  paymentPolicyId: string | null;
  /** @nullable */
  returnPolicyId: string | null;
  /** @nullable */
  locationId: string | null;
  weightGrams: number | null;
  bestOffer: PostItemApiPostPublish200DraftBestOffer;
};

export type PostItemApiPostPublish200State = typeof PostItemApiPostPublish200State[keyof typeof PostItemApiPostPublish200State];


export const PostItemApiPostPublish200State = {
  prepared: 'prepared',
  publishing: 'publishing',
  live: 'live',
  'changed-there': 'changed-there',
  ending: 'ending',
  ended: 'ended',
  failed: 'failed',
  unknown: 'unknown',
} as const;

export type PostItemApiPostPublish200Wish = typeof PostItemApiPostPublish200Wish[keyof typeof PostItemApiPostPublish200Wish] | null;


export const PostItemApiPostPublish200Wish = {
  check: 'check',
  publish: 'publish',
  revise: 'revise',
  look: 'look',
  end: 'end',
} as const;

export type PostItemApiPostPublish200Step = typeof PostItemApiPostPublish200Step[keyof typeof PostItemApiPostPublish200Step] | null;


export const PostItemApiPostPublish200Step = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostPublish200ProblemOutcome = typeof PostItemApiPostPublish200ProblemOutcome[keyof typeof PostItemApiPostPublish200ProblemOutcome];


export const PostItemApiPostPublish200ProblemOutcome = {
  refused: 'refused',
  consent: 'consent',
  away: 'away',
  unknown: 'unknown',
} as const;

export type PostItemApiPostPublish200ProblemStep = typeof PostItemApiPostPublish200ProblemStep[keyof typeof PostItemApiPostPublish200ProblemStep];


export const PostItemApiPostPublish200ProblemStep = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostPublish200Problem = {
  outcome: PostItemApiPostPublish200ProblemOutcome;
  reason: string;
  codes?: string[];
  fields?: string[];
  step: PostItemApiPostPublish200ProblemStep;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type PostItemApiPostPublish200Fees = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
}[] | null;

export type PostItemApiPostPublish200SentBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostPublish200Sent = {
  title: string;
  description: string;
  bestOffer: PostItemApiPostPublish200SentBestOffer;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
} | null;

export type PostItemApiPostPublish200ThereState = typeof PostItemApiPostPublish200ThereState[keyof typeof PostItemApiPostPublish200ThereState];


export const PostItemApiPostPublish200ThereState = {
  draft: 'draft',
  live: 'live',
  ended: 'ended',
} as const;

export type PostItemApiPostPublish200There = {
  state: PostItemApiPostPublish200ThereState;
  /** @nullable */
  title: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
} | null;

export type PostItemApiPostPublish200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  id: number | null;
  marketplace: string;
  name: string;
  site: PostItemApiPostPublish200Site;
  sku: string;
  ad: PostItemApiPostPublish200Ad;
  draft: PostItemApiPostPublish200Draft;
  missing: string[];
  state: PostItemApiPostPublish200State;
  wish: PostItemApiPostPublish200Wish;
  step: PostItemApiPostPublish200Step;
  problem: PostItemApiPostPublish200Problem;
  warnings: string[];
  fees: PostItemApiPostPublish200Fees;
  isEdited: boolean;
  /** @nullable */
  listingId: string | null;
  /** @nullable */
  url: string | null;
  sent: PostItemApiPostPublish200Sent;
  there: PostItemApiPostPublish200There;
  readAt: string | null;
  endAskedAt: string | null;
  publishedAt: string | null;
  endedAt: string | null;
};

export type PostItemApiPostReviseBodyBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostReviseBody = {
  /**
     * @minimum 1
     * @maximum 10000000000000
     */
  priceCents?: number;
  /**
     * @minimum 1
     * @maximum 10000
     */
  quantity?: number;
  /**
     * @minLength 1
     * @maxLength 300
     */
  title?: string;
  /**
     * @minLength 1
     * @maxLength 20000
     */
  description?: string;
  bestOffer?: PostItemApiPostReviseBodyBestOffer;
};

export type PostItemApiPostRevise200Site = {
  id: string;
  name: string;
  currency: string;
};

export type PostItemApiPostRevise200AdFieldsItemName = typeof PostItemApiPostRevise200AdFieldsItemName[keyof typeof PostItemApiPostRevise200AdFieldsItemName];


export const PostItemApiPostRevise200AdFieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type PostItemApiPostRevise200AdFieldsItemFrom = typeof PostItemApiPostRevise200AdFieldsItemFrom[keyof typeof PostItemApiPostRevise200AdFieldsItemFrom];


export const PostItemApiPostRevise200AdFieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type PostItemApiPostRevise200AdFieldsItem = {
  name: PostItemApiPostRevise200AdFieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: PostItemApiPostRevise200AdFieldsItemFrom;
};

export type PostItemApiPostRevise200AdPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PostItemApiPostRevise200AdFindingsItemSeverity = typeof PostItemApiPostRevise200AdFindingsItemSeverity[keyof typeof PostItemApiPostRevise200AdFindingsItemSeverity];


export const PostItemApiPostRevise200AdFindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type PostItemApiPostRevise200AdFindingsItemField = typeof PostItemApiPostRevise200AdFindingsItemField[keyof typeof PostItemApiPostRevise200AdFindingsItemField] | null;


export const PostItemApiPostRevise200AdFindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type PostItemApiPostRevise200AdFindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostItemApiPostRevise200AdFindingsItem = {
  severity: PostItemApiPostRevise200AdFindingsItemSeverity;
  field: PostItemApiPostRevise200AdFindingsItemField;
  sentence: string;
  code: string;
  params: PostItemApiPostRevise200AdFindingsItemParams;
};

export type PostItemApiPostRevise200Ad = {
  fields: PostItemApiPostRevise200AdFieldsItem[];
  price: PostItemApiPostRevise200AdPrice;
  findings: PostItemApiPostRevise200AdFindingsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  isYours: boolean;
};

export type PostItemApiPostRevise200DraftSpecifics = {[key: string]: string[]};

export type PostItemApiPostRevise200DraftBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostRevise200Draft = {
  /** @nullable */
  categoryId: string | null;
  /** @nullable */
  categoryName: string | null;
  /** @nullable */
  conditionId: string | null;
  /** @nullable */
  conditionNote: string | null;
  specifics: PostItemApiPostRevise200DraftSpecifics;
  quantity: number | null;
  /** @nullable */
  shippingPolicyId: string | null;
  /** @nullable */
  paymentPolicyId: string | null;
  /** @nullable */
  returnPolicyId: string | null;
  /** @nullable */
  locationId: string | null;
  weightGrams: number | null;
  bestOffer: PostItemApiPostRevise200DraftBestOffer;
};

export type PostItemApiPostRevise200State = typeof PostItemApiPostRevise200State[keyof typeof PostItemApiPostRevise200State];


export const PostItemApiPostRevise200State = {
  prepared: 'prepared',
  publishing: 'publishing',
  live: 'live',
  'changed-there': 'changed-there',
  ending: 'ending',
  ended: 'ended',
  failed: 'failed',
  unknown: 'unknown',
} as const;

export type PostItemApiPostRevise200Wish = typeof PostItemApiPostRevise200Wish[keyof typeof PostItemApiPostRevise200Wish] | null;


export const PostItemApiPostRevise200Wish = {
  check: 'check',
  publish: 'publish',
  revise: 'revise',
  look: 'look',
  end: 'end',
} as const;

export type PostItemApiPostRevise200Step = typeof PostItemApiPostRevise200Step[keyof typeof PostItemApiPostRevise200Step] | null;


export const PostItemApiPostRevise200Step = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostRevise200ProblemOutcome = typeof PostItemApiPostRevise200ProblemOutcome[keyof typeof PostItemApiPostRevise200ProblemOutcome];


export const PostItemApiPostRevise200ProblemOutcome = {
  refused: 'refused',
  consent: 'consent',
  away: 'away',
  unknown: 'unknown',
} as const;

export type PostItemApiPostRevise200ProblemStep = typeof PostItemApiPostRevise200ProblemStep[keyof typeof PostItemApiPostRevise200ProblemStep];


export const PostItemApiPostRevise200ProblemStep = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostRevise200Problem = {
  outcome: PostItemApiPostRevise200ProblemOutcome;
  reason: string;
  codes?: string[];
  fields?: string[];
  step: PostItemApiPostRevise200ProblemStep;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type PostItemApiPostRevise200Fees = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
}[] | null;

export type PostItemApiPostRevise200SentBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostRevise200Sent = {
  title: string;
  description: string;
  bestOffer: PostItemApiPostRevise200SentBestOffer;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
} | null;

export type PostItemApiPostRevise200ThereState = typeof PostItemApiPostRevise200ThereState[keyof typeof PostItemApiPostRevise200ThereState];


export const PostItemApiPostRevise200ThereState = {
  draft: 'draft',
  live: 'live',
  ended: 'ended',
} as const;

export type PostItemApiPostRevise200There = {
  state: PostItemApiPostRevise200ThereState;
  /** @nullable */
  title: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
} | null;

export type PostItemApiPostRevise200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  id: number | null;
  marketplace: string;
  name: string;
  site: PostItemApiPostRevise200Site;
  sku: string;
  ad: PostItemApiPostRevise200Ad;
  draft: PostItemApiPostRevise200Draft;
  missing: string[];
  state: PostItemApiPostRevise200State;
  wish: PostItemApiPostRevise200Wish;
  step: PostItemApiPostRevise200Step;
  problem: PostItemApiPostRevise200Problem;
  warnings: string[];
  fees: PostItemApiPostRevise200Fees;
  isEdited: boolean;
  /** @nullable */
  listingId: string | null;
  /** @nullable */
  url: string | null;
  sent: PostItemApiPostRevise200Sent;
  there: PostItemApiPostRevise200There;
  readAt: string | null;
  endAskedAt: string | null;
  publishedAt: string | null;
  endedAt: string | null;
};

export type PostItemApiPostEnd200Site = {
  id: string;
  name: string;
  currency: string;
};

export type PostItemApiPostEnd200AdFieldsItemName = typeof PostItemApiPostEnd200AdFieldsItemName[keyof typeof PostItemApiPostEnd200AdFieldsItemName];


export const PostItemApiPostEnd200AdFieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type PostItemApiPostEnd200AdFieldsItemFrom = typeof PostItemApiPostEnd200AdFieldsItemFrom[keyof typeof PostItemApiPostEnd200AdFieldsItemFrom];


export const PostItemApiPostEnd200AdFieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type PostItemApiPostEnd200AdFieldsItem = {
  name: PostItemApiPostEnd200AdFieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: PostItemApiPostEnd200AdFieldsItemFrom;
};

export type PostItemApiPostEnd200AdPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PostItemApiPostEnd200AdFindingsItemSeverity = typeof PostItemApiPostEnd200AdFindingsItemSeverity[keyof typeof PostItemApiPostEnd200AdFindingsItemSeverity];


export const PostItemApiPostEnd200AdFindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type PostItemApiPostEnd200AdFindingsItemField = typeof PostItemApiPostEnd200AdFindingsItemField[keyof typeof PostItemApiPostEnd200AdFindingsItemField] | null;


export const PostItemApiPostEnd200AdFindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type PostItemApiPostEnd200AdFindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostItemApiPostEnd200AdFindingsItem = {
  severity: PostItemApiPostEnd200AdFindingsItemSeverity;
  field: PostItemApiPostEnd200AdFindingsItemField;
  sentence: string;
  code: string;
  params: PostItemApiPostEnd200AdFindingsItemParams;
};

export type PostItemApiPostEnd200Ad = {
  fields: PostItemApiPostEnd200AdFieldsItem[];
  price: PostItemApiPostEnd200AdPrice;
  findings: PostItemApiPostEnd200AdFindingsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  isYours: boolean;
};

export type PostItemApiPostEnd200DraftSpecifics = {[key: string]: string[]};

export type PostItemApiPostEnd200DraftBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostEnd200Draft = {
  /** @nullable */
  categoryId: string | null;
  /** @nullable */
  categoryName: string | null;
  /** @nullable */
  conditionId: string | null;
  /** @nullable */
  conditionNote: string | null;
  specifics: PostItemApiPostEnd200DraftSpecifics;
  quantity: number | null;
  /** @nullable */
  shippingPolicyId: string | null;
  /** @nullable */
  paymentPolicyId: string | null;
  /** @nullable */
  returnPolicyId: string | null;
  /** @nullable */
  locationId: string | null;
  weightGrams: number | null;
  bestOffer: PostItemApiPostEnd200DraftBestOffer;
};

export type PostItemApiPostEnd200State = typeof PostItemApiPostEnd200State[keyof typeof PostItemApiPostEnd200State];


export const PostItemApiPostEnd200State = {
  prepared: 'prepared',
  publishing: 'publishing',
  live: 'live',
  'changed-there': 'changed-there',
  ending: 'ending',
  ended: 'ended',
  failed: 'failed',
  unknown: 'unknown',
} as const;

export type PostItemApiPostEnd200Wish = typeof PostItemApiPostEnd200Wish[keyof typeof PostItemApiPostEnd200Wish] | null;


export const PostItemApiPostEnd200Wish = {
  check: 'check',
  publish: 'publish',
  revise: 'revise',
  look: 'look',
  end: 'end',
} as const;

export type PostItemApiPostEnd200Step = typeof PostItemApiPostEnd200Step[keyof typeof PostItemApiPostEnd200Step] | null;


export const PostItemApiPostEnd200Step = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostEnd200ProblemOutcome = typeof PostItemApiPostEnd200ProblemOutcome[keyof typeof PostItemApiPostEnd200ProblemOutcome];


export const PostItemApiPostEnd200ProblemOutcome = {
  refused: 'refused',
  consent: 'consent',
  away: 'away',
  unknown: 'unknown',
} as const;

export type PostItemApiPostEnd200ProblemStep = typeof PostItemApiPostEnd200ProblemStep[keyof typeof PostItemApiPostEnd200ProblemStep];


export const PostItemApiPostEnd200ProblemStep = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostEnd200Problem = {
  outcome: PostItemApiPostEnd200ProblemOutcome;
  reason: string;
  codes?: string[];
  fields?: string[];
  step: PostItemApiPostEnd200ProblemStep;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type PostItemApiPostEnd200Fees = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
}[] | null;

export type PostItemApiPostEnd200SentBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostEnd200Sent = {
  title: string;
  description: string;
  bestOffer: PostItemApiPostEnd200SentBestOffer;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
} | null;

export type PostItemApiPostEnd200ThereState = typeof PostItemApiPostEnd200ThereState[keyof typeof PostItemApiPostEnd200ThereState];


export const PostItemApiPostEnd200ThereState = {
  draft: 'draft',
  live: 'live',
  ended: 'ended',
} as const;

export type PostItemApiPostEnd200There = {
  state: PostItemApiPostEnd200ThereState;
  /** @nullable */
  title: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
} | null;

export type PostItemApiPostEnd200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  id: number | null;
  marketplace: string;
  name: string;
  site: PostItemApiPostEnd200Site;
  sku: string;
  ad: PostItemApiPostEnd200Ad;
  draft: PostItemApiPostEnd200Draft;
  missing: string[];
  state: PostItemApiPostEnd200State;
  wish: PostItemApiPostEnd200Wish;
  step: PostItemApiPostEnd200Step;
  problem: PostItemApiPostEnd200Problem;
  warnings: string[];
  fees: PostItemApiPostEnd200Fees;
  isEdited: boolean;
  /** @nullable */
  listingId: string | null;
  /** @nullable */
  url: string | null;
  sent: PostItemApiPostEnd200Sent;
  there: PostItemApiPostEnd200There;
  readAt: string | null;
  endAskedAt: string | null;
  publishedAt: string | null;
  endedAt: string | null;
};

export type PostItemApiPostLook200Site = {
  id: string;
  name: string;
  currency: string;
};

export type PostItemApiPostLook200AdFieldsItemName = typeof PostItemApiPostLook200AdFieldsItemName[keyof typeof PostItemApiPostLook200AdFieldsItemName];


export const PostItemApiPostLook200AdFieldsItemName = {
  photos: 'photos',
  title: 'title',
  price: 'price',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  description: 'description',
  quantity: 'quantity',
  delivery: 'delivery',
  place: 'place',
} as const;

export type PostItemApiPostLook200AdFieldsItemFrom = typeof PostItemApiPostLook200AdFieldsItemFrom[keyof typeof PostItemApiPostLook200AdFieldsItemFrom];


export const PostItemApiPostLook200AdFieldsItemFrom = {
  yours: 'yours',
  written: 'written',
  fact: 'fact',
} as const;

export type PostItemApiPostLook200AdFieldsItem = {
  name: PostItemApiPostLook200AdFieldsItemName;
  label: string;
  isRequired: boolean;
  /** @nullable */
  value: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  characters: number;
  charactersMax: number | null;
  from: PostItemApiPostLook200AdFieldsItemFrom;
};

export type PostItemApiPostLook200AdPrice = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
} | null;

export type PostItemApiPostLook200AdFindingsItemSeverity = typeof PostItemApiPostLook200AdFindingsItemSeverity[keyof typeof PostItemApiPostLook200AdFindingsItemSeverity];


export const PostItemApiPostLook200AdFindingsItemSeverity = {
  error: 'error',
  warning: 'warning',
  hint: 'hint',
} as const;

export type PostItemApiPostLook200AdFindingsItemField = typeof PostItemApiPostLook200AdFindingsItemField[keyof typeof PostItemApiPostLook200AdFindingsItemField] | null;


export const PostItemApiPostLook200AdFindingsItemField = {
  title: 'title',
  description: 'description',
  price: 'price',
  condition: 'condition',
  brand: 'brand',
  place: 'place',
  photos: 'photos',
} as const;

export type PostItemApiPostLook200AdFindingsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostItemApiPostLook200AdFindingsItem = {
  severity: PostItemApiPostLook200AdFindingsItemSeverity;
  field: PostItemApiPostLook200AdFindingsItemField;
  sentence: string;
  code: string;
  params: PostItemApiPostLook200AdFindingsItemParams;
};

export type PostItemApiPostLook200Ad = {
  fields: PostItemApiPostLook200AdFieldsItem[];
  price: PostItemApiPostLook200AdPrice;
  findings: PostItemApiPostLook200AdFindingsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  photoCount: number;
  isYours: boolean;
};

export type PostItemApiPostLook200DraftSpecifics = {[key: string]: string[]};

export type PostItemApiPostLook200DraftBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostLook200Draft = {
  /** @nullable */
  categoryId: string | null;
  /** @nullable */
  categoryName: string | null;
  /** @nullable */
  conditionId: string | null;
  /** @nullable */
  conditionNote: string | null;
  specifics: PostItemApiPostLook200DraftSpecifics;
  quantity: number | null;
  /** @nullable */
  shippingPolicyId: string | null;
  /** @nullable */
  paymentPolicyId: string | null;
  /** @nullable */
  returnPolicyId: string | null;
  /** @nullable */
  locationId: string | null;
  weightGrams: number | null;
  bestOffer: PostItemApiPostLook200DraftBestOffer;
};

export type PostItemApiPostLook200State = typeof PostItemApiPostLook200State[keyof typeof PostItemApiPostLook200State];


export const PostItemApiPostLook200State = {
  prepared: 'prepared',
  publishing: 'publishing',
  live: 'live',
  'changed-there': 'changed-there',
  ending: 'ending',
  ended: 'ended',
  failed: 'failed',
  unknown: 'unknown',
} as const;

export type PostItemApiPostLook200Wish = typeof PostItemApiPostLook200Wish[keyof typeof PostItemApiPostLook200Wish] | null;


export const PostItemApiPostLook200Wish = {
  check: 'check',
  publish: 'publish',
  revise: 'revise',
  look: 'look',
  end: 'end',
} as const;

export type PostItemApiPostLook200Step = typeof PostItemApiPostLook200Step[keyof typeof PostItemApiPostLook200Step] | null;


export const PostItemApiPostLook200Step = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostLook200ProblemOutcome = typeof PostItemApiPostLook200ProblemOutcome[keyof typeof PostItemApiPostLook200ProblemOutcome];


export const PostItemApiPostLook200ProblemOutcome = {
  refused: 'refused',
  consent: 'consent',
  away: 'away',
  unknown: 'unknown',
} as const;

export type PostItemApiPostLook200ProblemStep = typeof PostItemApiPostLook200ProblemStep[keyof typeof PostItemApiPostLook200ProblemStep];


export const PostItemApiPostLook200ProblemStep = {
  photo: 'photo',
  'put-item': 'put-item',
  'put-offer': 'put-offer',
  fees: 'fees',
  publish: 'publish',
  revise: 'revise',
  end: 'end',
  read: 'read',
} as const;

export type PostItemApiPostLook200Problem = {
  outcome: PostItemApiPostLook200ProblemOutcome;
  reason: string;
  codes?: string[];
  fields?: string[];
  step: PostItemApiPostLook200ProblemStep;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type PostItemApiPostLook200Fees = {
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
}[] | null;

export type PostItemApiPostLook200SentBestOffer = {
  acceptCents: number | null;
  refuseBelowCents: number | null;
} | null;

export type PostItemApiPostLook200Sent = {
  title: string;
  description: string;
  bestOffer: PostItemApiPostLook200SentBestOffer;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
} | null;

export type PostItemApiPostLook200ThereState = typeof PostItemApiPostLook200ThereState[keyof typeof PostItemApiPostLook200ThereState];


export const PostItemApiPostLook200ThereState = {
  draft: 'draft',
  live: 'live',
  ended: 'ended',
} as const;

export type PostItemApiPostLook200There = {
  state: PostItemApiPostLook200ThereState;
  /** @nullable */
  title: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  soldQuantity: number;
} | null;

export type PostItemApiPostLook200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  id: number | null;
  marketplace: string;
  name: string;
  site: PostItemApiPostLook200Site;
  sku: string;
  ad: PostItemApiPostLook200Ad;
  draft: PostItemApiPostLook200Draft;
  missing: string[];
  state: PostItemApiPostLook200State;
  wish: PostItemApiPostLook200Wish;
  step: PostItemApiPostLook200Step;
  problem: PostItemApiPostLook200Problem;
  warnings: string[];
  fees: PostItemApiPostLook200Fees;
  isEdited: boolean;
  /** @nullable */
  listingId: string | null;
  /** @nullable */
  url: string | null;
  sent: PostItemApiPostLook200Sent;
  there: PostItemApiPostLook200There;
  readAt: string | null;
  endAskedAt: string | null;
  publishedAt: string | null;
  endedAt: string | null;
};

export type PostItemApiPostOffersBody = {
  /**
     * @minimum 1
     * @maximum 90
     */
  percentOff: number;
  /** @maxLength 2000 */
  message?: string;
};

export type PostItemApiPostOffers200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sent: number;
};

export type GetItemApiPostCallsParams = {
/**
 * @minimum 1
 * @maximum 9007199254740991
 */
before?: number;
/**
 * @minimum 1
 * @maximum 100
 */
limit?: number;
};

export type GetItemApiPostCalls200ItemsItemIds = {[key: string]: string};

export type GetItemApiPostCalls200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  step: string;
  method: string;
  path: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  sentAt: string;
  answeredAt: string | null;
  status: number | null;
  codes: string[];
  ids: GetItemApiPostCalls200ItemsItemIds;
  /** @nullable */
  reason: string | null;
  ms: number | null;
};

export type GetItemApiPostCalls200 = {
  items: GetItemApiPostCalls200ItemsItem[];
};

export type GetSellOrdersParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
unplaced?: string;
};

export type GetSellOrders200ItemsItemPayment = typeof GetSellOrders200ItemsItemPayment[keyof typeof GetSellOrders200ItemsItemPayment];


export const GetSellOrders200ItemsItemPayment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type GetSellOrders200ItemsItemShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type GetSellOrders200ItemsItemSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSellOrders200ItemsItemSaidItem = {
  sentence: string;
  code: string;
  params: GetSellOrders200ItemsItemSaidItemParams;
};

export type GetSellOrders200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  orderId: string;
  lineId: string;
  /** @nullable */
  sku: string | null;
  title: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingPaidCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundedCents: number;
  currency: string;
  payment: GetSellOrders200ItemsItemPayment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: GetSellOrders200ItemsItemShipTo;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  orderedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  changedAt: string;
  saleId: number | null;
  isLeftOut: boolean;
  said: GetSellOrders200ItemsItemSaidItem[];
};

export type GetSellOrders200 = {
  items: GetSellOrders200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetSellOrder200Payment = typeof GetSellOrder200Payment[keyof typeof GetSellOrder200Payment];


export const GetSellOrder200Payment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type GetSellOrder200ShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type GetSellOrder200SaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSellOrder200SaidItem = {
  sentence: string;
  code: string;
  params: GetSellOrder200SaidItemParams;
};

export type GetSellOrder200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  orderId: string;
  lineId: string;
  /** @nullable */
  sku: string | null;
  title: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingPaidCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundedCents: number;
  currency: string;
  payment: GetSellOrder200Payment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: GetSellOrder200ShipTo;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  orderedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  changedAt: string;
  saleId: number | null;
  isLeftOut: boolean;
  said: GetSellOrder200SaidItem[];
};

export type PatchSellOrderBody = {
  isLeftOut: boolean;
};

export type PatchSellOrder200Payment = typeof PatchSellOrder200Payment[keyof typeof PatchSellOrder200Payment];


export const PatchSellOrder200Payment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type PatchSellOrder200ShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type PatchSellOrder200SaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PatchSellOrder200SaidItem = {
  sentence: string;
  code: string;
  params: PatchSellOrder200SaidItemParams;
};

export type PatchSellOrder200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  orderId: string;
  lineId: string;
  /** @nullable */
  sku: string | null;
  title: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingPaidCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refundedCents: number;
  currency: string;
  payment: PatchSellOrder200Payment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: PatchSellOrder200ShipTo;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  orderedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  changedAt: string;
  saleId: number | null;
  isLeftOut: boolean;
  said: PatchSellOrder200SaidItem[];
};

export type PostSellOrderSaleBody = {
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  itemId?: number;
};

export type PostSellOrderSale200State = typeof PostSellOrderSale200State[keyof typeof PostSellOrderSale200State];


export const PostSellOrderSale200State = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PostSellOrderSale200NextItem = typeof PostSellOrderSale200NextItem[keyof typeof PostSellOrderSale200NextItem];


export const PostSellOrderSale200NextItem = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PostSellOrderSale200MoneyItemKind = typeof PostSellOrderSale200MoneyItemKind[keyof typeof PostSellOrderSale200MoneyItemKind];


export const PostSellOrderSale200MoneyItemKind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PostSellOrderSale200MoneyItemSource = typeof PostSellOrderSale200MoneyItemSource[keyof typeof PostSellOrderSale200MoneyItemSource];


export const PostSellOrderSale200MoneyItemSource = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PostSellOrderSale200MoneyItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: PostSellOrderSale200MoneyItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: PostSellOrderSale200MoneyItemSource;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
};

export type PostSellOrderSale200NetItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PostSellOrderSale200FeesFrom = typeof PostSellOrderSale200FeesFrom[keyof typeof PostSellOrderSale200FeesFrom] | null;


export const PostSellOrderSale200FeesFrom = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PostSellOrderSale200OrderPayment = typeof PostSellOrderSale200OrderPayment[keyof typeof PostSellOrderSale200OrderPayment];


export const PostSellOrderSale200OrderPayment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type PostSellOrderSale200OrderShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type PostSellOrderSale200OrderSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostSellOrderSale200OrderSaidItem = {
  sentence: string;
  code: string;
  params: PostSellOrderSale200OrderSaidItemParams;
};

export type PostSellOrderSale200OrderFee = {
  currency: string;
  expectedCents: number | null;
  bookedCents: number | null;
};

export type PostSellOrderSale200Order = {
  orderId: string;
  payment: PostSellOrderSale200OrderPayment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: PostSellOrderSale200OrderShipTo;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  said: PostSellOrderSale200OrderSaidItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lineId: number;
  fee: PostSellOrderSale200OrderFee;
} | null;

export type PostSellOrderSale200ShipmentState = typeof PostSellOrderSale200ShipmentState[keyof typeof PostSellOrderSale200ShipmentState];


export const PostSellOrderSale200ShipmentState = {
  noted: 'noted',
  telling: 'telling',
  told: 'told',
  refused: 'refused',
} as const;

export type PostSellOrderSale200Shipment = {
  carrier: string;
  tracking: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  shippedAt: string;
  state: PostSellOrderSale200ShipmentState;
  /** @nullable */
  reason: string | null;
  toldAt: string | null;
} | null;

export type PostSellOrderSale200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  title: string;
  postId: number | null;
  marketplace: string;
  /** @nullable */
  reference: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  state: PostSellOrderSale200State;
  next: PostSellOrderSale200NextItem[];
  isReturned: boolean;
  soldOn: string;
  /** @nullable */
  note: string | null;
  money: PostSellOrderSale200MoneyItem[];
  net: PostSellOrderSale200NetItem[];
  feesFrom: PostSellOrderSale200FeesFrom;
  order: PostSellOrderSale200Order;
  shipment: PostSellOrderSale200Shipment;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PutSaleShipmentBody = {
  carrier: string;
  tracking: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  shippedAt?: string;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  labelCents?: number;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
};

export type PutSaleShipment200State = typeof PutSaleShipment200State[keyof typeof PutSaleShipment200State];


export const PutSaleShipment200State = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PutSaleShipment200NextItem = typeof PutSaleShipment200NextItem[keyof typeof PutSaleShipment200NextItem];


export const PutSaleShipment200NextItem = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  settled: 'settled',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const;

export type PutSaleShipment200MoneyItemKind = typeof PutSaleShipment200MoneyItemKind[keyof typeof PutSaleShipment200MoneyItemKind];


export const PutSaleShipment200MoneyItemKind = {
  'item-price': 'item-price',
  'shipping-paid': 'shipping-paid',
  'fee-credit': 'fee-credit',
  'other-income': 'other-income',
  'cost-of-goods': 'cost-of-goods',
  'shipping-in': 'shipping-in',
  'marketplace-fee': 'marketplace-fee',
  'payment-fee': 'payment-fee',
  'ad-fee': 'ad-fee',
  label: 'label',
  packaging: 'packaging',
  refund: 'refund',
  supplies: 'supplies',
  mileage: 'mileage',
  'other-cost': 'other-cost',
  'collected-tax': 'collected-tax',
} as const;

export type PutSaleShipment200MoneyItemSource = typeof PutSaleShipment200MoneyItemSource[keyof typeof PutSaleShipment200MoneyItemSource];


export const PutSaleShipment200MoneyItemSource = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PutSaleShipment200MoneyItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  itemId: number | null;
  saleId: number | null;
  kind: PutSaleShipment200MoneyItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
  onDate: string;
  source: PutSaleShipment200MoneyItemSource;
  /** @nullable */
  note: string | null;
  isEstimate: boolean;
};

export type PutSaleShipment200NetItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  cents: number;
  currency: string;
};

export type PutSaleShipment200FeesFrom = typeof PutSaleShipment200FeesFrom[keyof typeof PutSaleShipment200FeesFrom] | null;


export const PutSaleShipment200FeesFrom = {
  api: 'api',
  typed: 'typed',
  rule: 'rule',
  import: 'import',
  mail: 'mail',
} as const;

export type PutSaleShipment200OrderPayment = typeof PutSaleShipment200OrderPayment[keyof typeof PutSaleShipment200OrderPayment];


export const PutSaleShipment200OrderPayment = {
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  'refunded-part': 'refunded-part',
  refunded: 'refunded',
} as const;

export type PutSaleShipment200OrderShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type PutSaleShipment200OrderSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PutSaleShipment200OrderSaidItem = {
  sentence: string;
  code: string;
  params: PutSaleShipment200OrderSaidItemParams;
};

export type PutSaleShipment200OrderFee = {
  currency: string;
  expectedCents: number | null;
  bookedCents: number | null;
};

export type PutSaleShipment200Order = {
  orderId: string;
  payment: PutSaleShipment200OrderPayment;
  isCancelled: boolean;
  isShipped: boolean;
  /** @nullable */
  buyer: string | null;
  shipTo: PutSaleShipment200OrderShipTo;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  taxCents: number;
  said: PutSaleShipment200OrderSaidItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lineId: number;
  fee: PutSaleShipment200OrderFee;
} | null;

export type PutSaleShipment200ShipmentState = typeof PutSaleShipment200ShipmentState[keyof typeof PutSaleShipment200ShipmentState];


export const PutSaleShipment200ShipmentState = {
  noted: 'noted',
  telling: 'telling',
  told: 'told',
  refused: 'refused',
} as const;

export type PutSaleShipment200Shipment = {
  carrier: string;
  tracking: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  shippedAt: string;
  state: PutSaleShipment200ShipmentState;
  /** @nullable */
  reason: string | null;
  toldAt: string | null;
} | null;

export type PutSaleShipment200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemId: number;
  title: string;
  postId: number | null;
  marketplace: string;
  /** @nullable */
  reference: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  state: PutSaleShipment200State;
  next: PutSaleShipment200NextItem[];
  isReturned: boolean;
  soldOn: string;
  /** @nullable */
  note: string | null;
  money: PutSaleShipment200MoneyItem[];
  net: PutSaleShipment200NetItem[];
  feesFrom: PutSaleShipment200FeesFrom;
  order: PutSaleShipment200Order;
  shipment: PutSaleShipment200Shipment;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetSaleSlip200ShipTo = {
  name: string;
  lines: string[];
  country: string;
} | null;

export type GetSaleSlip200ItemsItem = {
  title: string;
  /** @nullable */
  sku: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quantity: number;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
};

export type GetSaleSlip200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  saleId: number;
  marketplace: string;
  /** @nullable */
  orderId: string | null;
  orderedAt: string | null;
  /** @nullable */
  orderedOn: string | null;
  shipTo: GetSaleSlip200ShipTo;
  items: GetSaleSlip200ItemsItem[];
};

export type GetSellReadings200ItemsItemProblem = typeof GetSellReadings200ItemsItemProblem[keyof typeof GetSellReadings200ItemsItemProblem] | null;


export const GetSellReadings200ItemsItemProblem = {
  refused: 'refused',
  consent: 'consent',
  away: 'away',
  unknown: 'unknown',
} as const;

export type GetSellReadings200ItemsItem = {
  marketplace: string;
  readAt: string | null;
  triedAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  nextAt: string;
  problem: GetSellReadings200ItemsItemProblem;
  /** @nullable */
  reason: string | null;
  isTold: boolean;
  /** @nullable */
  untold: string | null;
};

export type GetSellReadings200 = {
  items: GetSellReadings200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetSellFindingsParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
all?: string;
};

export type GetSellFindings200ItemsItemKind = typeof GetSellFindings200ItemsItemKind[keyof typeof GetSellFindings200ItemsItemKind];


export const GetSellFindings200ItemsItemKind = {
  'order-not-in-stock': 'order-not-in-stock',
  'order-was-missing': 'order-was-missing',
  unreadable: 'unreadable',
  'sale-not-there': 'sale-not-there',
  'refund-above': 'refund-above',
  'fee-differs': 'fee-differs',
  'booking-waits': 'booking-waits',
  'booking-unknown': 'booking-unknown',
  'ended-there': 'ended-there',
  'not-there': 'not-there',
  'still-there': 'still-there',
  'price-differs': 'price-differs',
  'quantity-differs': 'quantity-differs',
  'mail-sale': 'mail-sale',
  'mail-no-price': 'mail-no-price',
  'mail-cancelled': 'mail-cancelled',
} as const;

export type GetSellFindings200ItemsItemSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSellFindings200ItemsItemSaid = {
  sentence: string;
  code: string;
  params: GetSellFindings200ItemsItemSaidParams;
};

export type GetSellFindings200ItemsItemState = typeof GetSellFindings200ItemsItemState[keyof typeof GetSellFindings200ItemsItemState];


export const GetSellFindings200ItemsItemState = {
  open: 'open',
  repaired: 'repaired',
  dismissed: 'dismissed',
  gone: 'gone',
} as const;

export type GetSellFindings200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  kind: GetSellFindings200ItemsItemKind;
  itemId: number | null;
  postId: number | null;
  saleId: number | null;
  orderLineId: number | null;
  said: GetSellFindings200ItemsItemSaid;
  state: GetSellFindings200ItemsItemState;
  canRepair: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  foundAt: string;
  settledAt: string | null;
};

export type GetSellFindings200 = {
  items: GetSellFindings200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PatchSellFindingBodyState = typeof PatchSellFindingBodyState[keyof typeof PatchSellFindingBodyState];


export const PatchSellFindingBodyState = {
  repaired: 'repaired',
  dismissed: 'dismissed',
} as const;

export type PatchSellFindingBody = {
  state: PatchSellFindingBodyState;
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  itemId?: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents?: number;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
};

export type PatchSellFinding200Kind = typeof PatchSellFinding200Kind[keyof typeof PatchSellFinding200Kind];


export const PatchSellFinding200Kind = {
  'order-not-in-stock': 'order-not-in-stock',
  'order-was-missing': 'order-was-missing',
  unreadable: 'unreadable',
  'sale-not-there': 'sale-not-there',
  'refund-above': 'refund-above',
  'fee-differs': 'fee-differs',
  'booking-waits': 'booking-waits',
  'booking-unknown': 'booking-unknown',
  'ended-there': 'ended-there',
  'not-there': 'not-there',
  'still-there': 'still-there',
  'price-differs': 'price-differs',
  'quantity-differs': 'quantity-differs',
  'mail-sale': 'mail-sale',
  'mail-no-price': 'mail-no-price',
  'mail-cancelled': 'mail-cancelled',
} as const;

export type PatchSellFinding200SaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PatchSellFinding200Said = {
  sentence: string;
  code: string;
  params: PatchSellFinding200SaidParams;
};

export type PatchSellFinding200State = typeof PatchSellFinding200State[keyof typeof PatchSellFinding200State];


export const PatchSellFinding200State = {
  open: 'open',
  repaired: 'repaired',
  dismissed: 'dismissed',
  gone: 'gone',
} as const;

export type PatchSellFinding200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  kind: PatchSellFinding200Kind;
  itemId: number | null;
  postId: number | null;
  saleId: number | null;
  orderLineId: number | null;
  said: PatchSellFinding200Said;
  state: PatchSellFinding200State;
  canRepair: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  foundAt: string;
  settledAt: string | null;
};

export type PostSellReconciliationBody = {
  /** @maxLength 100 */
  marketplace?: string;
};

export type PostSellReconciliation202 = {
  marketplaces: string[];
};

export type GetSellAi200Most = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
} | null;

export type GetSellAi200Caps = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  personDayCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  personMonthCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  houseMonthCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  personDayTokens: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  houseMonthTokens: number;
} | null;

export type GetSellAi200SpentDay = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
};

export type GetSellAi200SpentMonth = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
};

export type GetSellAi200Spent = {
  day: GetSellAi200SpentDay;
  month: GetSellAi200SpentMonth;
};

export type GetSellAi200 = {
  isOn: boolean;
  /** @nullable */
  recipient: string | null;
  /** @nullable */
  model: string | null;
  isAgreed: boolean;
  /** @nullable */
  sent: string | null;
  isPriced: boolean;
  most: GetSellAi200Most;
  caps: GetSellAi200Caps;
  spent: GetSellAi200Spent;
};

export type PutSellAiBody = {
  agreedTo: string | null;
};

export type PutSellAi200Most = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
} | null;

export type PutSellAi200Caps = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  personDayCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  personMonthCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  houseMonthCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  personDayTokens: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  houseMonthTokens: number;
} | null;

export type PutSellAi200SpentDay = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
};

export type PutSellAi200SpentMonth = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
};

export type PutSellAi200Spent = {
  day: PutSellAi200SpentDay;
  month: PutSellAi200SpentMonth;
};

export type PutSellAi200 = {
  isOn: boolean;
  /** @nullable */
  recipient: string | null;
  /** @nullable */
  model: string | null;
  isAgreed: boolean;
  /** @nullable */
  sent: string | null;
  isPriced: boolean;
  most: PutSellAi200Most;
  caps: PutSellAi200Caps;
  spent: PutSellAi200Spent;
};

export type GetItemDescription200State = typeof GetItemDescription200State[keyof typeof GetItemDescription200State];


export const GetItemDescription200State = {
  none: 'none',
  asked: 'asked',
  answered: 'answered',
  failed: 'failed',
} as const;

export type GetItemDescription200ProblemCode = typeof GetItemDescription200ProblemCode[keyof typeof GetItemDescription200ProblemCode] | null;


export const GetItemDescription200ProblemCode = {
  answered: 'answered',
  repaired: 'repaired',
  unreadable: 'unreadable',
  'cut-off': 'cut-off',
  declined: 'declined',
  'too-large': 'too-large',
  busy: 'busy',
  'key-refused': 'key-refused',
  refused: 'refused',
  'timed-out': 'timed-out',
  away: 'away',
  'not-allowed': 'not-allowed',
  'not-sent': 'not-sent',
  lost: 'lost',
} as const;

export type GetItemDescription200Spent = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
};

export type GetItemDescription200OffersItemField = typeof GetItemDescription200OffersItemField[keyof typeof GetItemDescription200OffersItemField];


export const GetItemDescription200OffersItemField = {
  category: 'category',
  condition: 'condition',
  title: 'title',
  brand: 'brand',
  model: 'model',
  details: 'details',
  defects: 'defects',
  included: 'included',
  'description-en': 'description-en',
  'description-de': 'description-de',
  'description-nl': 'description-nl',
} as const;

export type GetItemDescription200OffersItem = {
  field: GetItemDescription200OffersItemField;
  value: string;
  confidence: number;
  photoId: number | null;
  /** @nullable */
  words: string | null;
  isTaken: boolean;
};

export type GetItemDescription200DroppedItemField = typeof GetItemDescription200DroppedItemField[keyof typeof GetItemDescription200DroppedItemField];


export const GetItemDescription200DroppedItemField = {
  category: 'category',
  condition: 'condition',
  maker: 'maker',
  model: 'model',
  title: 'title',
  details: 'details',
  defects: 'defects',
  included: 'included',
  descriptions: 'descriptions',
  other: 'other',
} as const;

export type GetItemDescription200DroppedItemBecause = typeof GetItemDescription200DroppedItemBecause[keyof typeof GetItemDescription200DroppedItemBecause];


export const GetItemDescription200DroppedItemBecause = {
  malformed: 'malformed',
  'unknown-field': 'unknown-field',
  'too-long': 'too-long',
  'too-many': 'too-many',
  'hidden-characters': 'hidden-characters',
  'other-script': 'other-script',
  markup: 'markup',
  link: 'link',
  contact: 'contact',
  price: 'price',
  authenticity: 'authenticity',
  'other-marketplace': 'other-marketplace',
  instruction: 'instruction',
  prohibited: 'prohibited',
  'no-evidence': 'no-evidence',
  measure: 'measure',
} as const;

export type GetItemDescription200DroppedItem = {
  field: GetItemDescription200DroppedItemField;
  because: GetItemDescription200DroppedItemBecause;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
};

export type GetItemDescription200 = {
  isOn: boolean;
  /** @nullable */
  recipient: string | null;
  isAgreed: boolean;
  state: GetItemDescription200State;
  /** @nullable */
  problem: string | null;
  problemCode: GetItemDescription200ProblemCode;
  retryAt: string | null;
  /** @nullable */
  model: string | null;
  answeredAt: string | null;
  isStale: boolean;
  isRepaired: boolean;
  spent: GetItemDescription200Spent;
  offers: GetItemDescription200OffersItem[];
  dropped: GetItemDescription200DroppedItem[];
};

export type PostItemDescriptionBodyLanguagesItem = typeof PostItemDescriptionBodyLanguagesItem[keyof typeof PostItemDescriptionBodyLanguagesItem];


export const PostItemDescriptionBodyLanguagesItem = {
  en: 'en',
  de: 'de',
  nl: 'nl',
} as const;

export type PostItemDescriptionBody = {
  /**
     * @minItems 1
     * @maxItems 3
     */
  languages?: PostItemDescriptionBodyLanguagesItem[];
};

export type PostItemDescription202State = typeof PostItemDescription202State[keyof typeof PostItemDescription202State];


export const PostItemDescription202State = {
  none: 'none',
  asked: 'asked',
  answered: 'answered',
  failed: 'failed',
} as const;

export type PostItemDescription202ProblemCode = typeof PostItemDescription202ProblemCode[keyof typeof PostItemDescription202ProblemCode] | null;


export const PostItemDescription202ProblemCode = {
  answered: 'answered',
  repaired: 'repaired',
  unreadable: 'unreadable',
  'cut-off': 'cut-off',
  declined: 'declined',
  'too-large': 'too-large',
  busy: 'busy',
  'key-refused': 'key-refused',
  refused: 'refused',
  'timed-out': 'timed-out',
  away: 'away',
  'not-allowed': 'not-allowed',
  'not-sent': 'not-sent',
  lost: 'lost',
} as const;

export type PostItemDescription202Spent = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
};

export type PostItemDescription202OffersItemField = typeof PostItemDescription202OffersItemField[keyof typeof PostItemDescription202OffersItemField];


export const PostItemDescription202OffersItemField = {
  category: 'category',
  condition: 'condition',
  title: 'title',
  brand: 'brand',
  model: 'model',
  details: 'details',
  defects: 'defects',
  included: 'included',
  'description-en': 'description-en',
  'description-de': 'description-de',
  'description-nl': 'description-nl',
} as const;

export type PostItemDescription202OffersItem = {
  field: PostItemDescription202OffersItemField;
  value: string;
  confidence: number;
  photoId: number | null;
  /** @nullable */
  words: string | null;
  isTaken: boolean;
};

export type PostItemDescription202DroppedItemField = typeof PostItemDescription202DroppedItemField[keyof typeof PostItemDescription202DroppedItemField];


export const PostItemDescription202DroppedItemField = {
  category: 'category',
  condition: 'condition',
  maker: 'maker',
  model: 'model',
  title: 'title',
  details: 'details',
  defects: 'defects',
  included: 'included',
  descriptions: 'descriptions',
  other: 'other',
} as const;

export type PostItemDescription202DroppedItemBecause = typeof PostItemDescription202DroppedItemBecause[keyof typeof PostItemDescription202DroppedItemBecause];


export const PostItemDescription202DroppedItemBecause = {
  malformed: 'malformed',
  'unknown-field': 'unknown-field',
  'too-long': 'too-long',
  'too-many': 'too-many',
  'hidden-characters': 'hidden-characters',
  'other-script': 'other-script',
  markup: 'markup',
  link: 'link',
  contact: 'contact',
  price: 'price',
  authenticity: 'authenticity',
  'other-marketplace': 'other-marketplace',
  instruction: 'instruction',
  prohibited: 'prohibited',
  'no-evidence': 'no-evidence',
  measure: 'measure',
} as const;

export type PostItemDescription202DroppedItem = {
  field: PostItemDescription202DroppedItemField;
  because: PostItemDescription202DroppedItemBecause;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
};

export type PostItemDescription202 = {
  isOn: boolean;
  /** @nullable */
  recipient: string | null;
  isAgreed: boolean;
  state: PostItemDescription202State;
  /** @nullable */
  problem: string | null;
  problemCode: PostItemDescription202ProblemCode;
  retryAt: string | null;
  /** @nullable */
  model: string | null;
  answeredAt: string | null;
  isStale: boolean;
  isRepaired: boolean;
  spent: PostItemDescription202Spent;
  offers: PostItemDescription202OffersItem[];
  dropped: PostItemDescription202DroppedItem[];
};

export type PostItemDescriptionTakeBodyOffersItemField = typeof PostItemDescriptionTakeBodyOffersItemField[keyof typeof PostItemDescriptionTakeBodyOffersItemField];


export const PostItemDescriptionTakeBodyOffersItemField = {
  category: 'category',
  condition: 'condition',
  title: 'title',
  brand: 'brand',
  model: 'model',
  details: 'details',
  defects: 'defects',
  included: 'included',
  'description-en': 'description-en',
  'description-de': 'description-de',
  'description-nl': 'description-nl',
} as const;

export type PostItemDescriptionTakeBodyOffersItem = {
  field: PostItemDescriptionTakeBodyOffersItemField;
  /**
     * @minLength 1
     * @maxLength 2000
     */
  value: string;
};

export type PostItemDescriptionTakeBody = {
  /**
     * @minItems 1
     * @maxItems 60
     */
  offers: PostItemDescriptionTakeBodyOffersItem[];
};

export type PostItemDescriptionTake200State = typeof PostItemDescriptionTake200State[keyof typeof PostItemDescriptionTake200State];


export const PostItemDescriptionTake200State = {
  none: 'none',
  asked: 'asked',
  answered: 'answered',
  failed: 'failed',
} as const;

export type PostItemDescriptionTake200ProblemCode = typeof PostItemDescriptionTake200ProblemCode[keyof typeof PostItemDescriptionTake200ProblemCode] | null;


export const PostItemDescriptionTake200ProblemCode = {
  answered: 'answered',
  repaired: 'repaired',
  unreadable: 'unreadable',
  'cut-off': 'cut-off',
  declined: 'declined',
  'too-large': 'too-large',
  busy: 'busy',
  'key-refused': 'key-refused',
  refused: 'refused',
  'timed-out': 'timed-out',
  away: 'away',
  'not-allowed': 'not-allowed',
  'not-sent': 'not-sent',
  lost: 'lost',
} as const;

export type PostItemDescriptionTake200Spent = {
  /** @nullable */
  cents: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  tokens: number;
};

export type PostItemDescriptionTake200OffersItemField = typeof PostItemDescriptionTake200OffersItemField[keyof typeof PostItemDescriptionTake200OffersItemField];


export const PostItemDescriptionTake200OffersItemField = {
  category: 'category',
  condition: 'condition',
  title: 'title',
  brand: 'brand',
  model: 'model',
  details: 'details',
  defects: 'defects',
  included: 'included',
  'description-en': 'description-en',
  'description-de': 'description-de',
  'description-nl': 'description-nl',
} as const;

export type PostItemDescriptionTake200OffersItem = {
  field: PostItemDescriptionTake200OffersItemField;
  value: string;
  confidence: number;
  photoId: number | null;
  /** @nullable */
  words: string | null;
  isTaken: boolean;
};

export type PostItemDescriptionTake200DroppedItemField = typeof PostItemDescriptionTake200DroppedItemField[keyof typeof PostItemDescriptionTake200DroppedItemField];


export const PostItemDescriptionTake200DroppedItemField = {
  category: 'category',
  condition: 'condition',
  maker: 'maker',
  model: 'model',
  title: 'title',
  details: 'details',
  defects: 'defects',
  included: 'included',
  descriptions: 'descriptions',
  other: 'other',
} as const;

export type PostItemDescriptionTake200DroppedItemBecause = typeof PostItemDescriptionTake200DroppedItemBecause[keyof typeof PostItemDescriptionTake200DroppedItemBecause];


export const PostItemDescriptionTake200DroppedItemBecause = {
  malformed: 'malformed',
  'unknown-field': 'unknown-field',
  'too-long': 'too-long',
  'too-many': 'too-many',
  'hidden-characters': 'hidden-characters',
  'other-script': 'other-script',
  markup: 'markup',
  link: 'link',
  contact: 'contact',
  price: 'price',
  authenticity: 'authenticity',
  'other-marketplace': 'other-marketplace',
  instruction: 'instruction',
  prohibited: 'prohibited',
  'no-evidence': 'no-evidence',
  measure: 'measure',
} as const;

export type PostItemDescriptionTake200DroppedItem = {
  field: PostItemDescriptionTake200DroppedItemField;
  because: PostItemDescriptionTake200DroppedItemBecause;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
};

export type PostItemDescriptionTake200 = {
  isOn: boolean;
  /** @nullable */
  recipient: string | null;
  isAgreed: boolean;
  state: PostItemDescriptionTake200State;
  /** @nullable */
  problem: string | null;
  problemCode: PostItemDescriptionTake200ProblemCode;
  retryAt: string | null;
  /** @nullable */
  model: string | null;
  answeredAt: string | null;
  isStale: boolean;
  isRepaired: boolean;
  spent: PostItemDescriptionTake200Spent;
  offers: PostItemDescriptionTake200OffersItem[];
  dropped: PostItemDescriptionTake200DroppedItem[];
};

export type GetTrendsParams = {
category?: GetTrendsCategory;
/**
 * @maxLength 500
 */
q?: string;
/**
 * @minLength 1
 * @maxLength 100
 */
marketplace?: string;
condition?: GetTrendsCondition;
/**
 * @pattern ^[A-Z]{3}$
 */
currency?: string;
/**
 * @minimum 1
 * @maximum 104
 */
weeks?: number;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
ruleId?: number;
demo?: string;
};

export type GetTrendsCategory = typeof GetTrendsCategory[keyof typeof GetTrendsCategory];


export const GetTrendsCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetTrendsCondition = typeof GetTrendsCondition[keyof typeof GetTrendsCondition];


export const GetTrendsCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetTrends200OverallAsking = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  q1Cents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  medianCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  q3Cents: number;
} | null;

export type GetTrends200OverallSold = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  q1Cents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  medianCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  q3Cents: number;
} | null;

export type GetTrends200OverallEnded = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /** @nullable */
  medianDays: number | null;
};

export type GetTrends200OverallDaysOnMarket = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  watched: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ended: number;
  /** @nullable */
  medianDays: number | null;
  watchedDays: number;
};

export type GetTrends200OverallSellThrough = {
  /** @nullable */
  share: number | null;
  complete: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  endedInTime: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  watched: number;
};

export type GetTrends200Overall = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  newListings: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  foundLate: number;
  asking: GetTrends200OverallAsking;
  sold: GetTrends200OverallSold;
  ended: GetTrends200OverallEnded;
  daysOnMarket: GetTrends200OverallDaysOnMarket;
  sellThrough: GetTrends200OverallSellThrough;
};

export type GetTrends200WeeksItemAsking = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  q1Cents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  medianCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  q3Cents: number;
} | null;

export type GetTrends200WeeksItemSold = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  q1Cents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  medianCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  q3Cents: number;
} | null;

export type GetTrends200WeeksItemEnded = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /** @nullable */
  medianDays: number | null;
};

export type GetTrends200WeeksItemDaysOnMarket = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  watched: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ended: number;
  /** @nullable */
  medianDays: number | null;
  watchedDays: number;
};

export type GetTrends200WeeksItemSellThrough = {
  /** @nullable */
  share: number | null;
  complete: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  endedInTime: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  watched: number;
};

export type GetTrends200WeeksItem = {
  week: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startsAt: string;
  partial: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  newListings: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  foundLate: number;
  asking: GetTrends200WeeksItemAsking;
  sold: GetTrends200WeeksItemSold;
  ended: GetTrends200WeeksItemEnded;
  daysOnMarket: GetTrends200WeeksItemDaysOnMarket;
  sellThrough: GetTrends200WeeksItemSellThrough;
};

export type GetTrends200OtherCurrenciesItem = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
};

export type GetTrends200LeftOutItem = {
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
};

export type GetTrends200NotesSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetTrends200NotesSaidItem = {
  code: string;
  params: GetTrends200NotesSaidItemParams;
};

export type GetTrends200 = {
  /** @nullable */
  currency: string | null;
  demo: boolean;
  overall: GetTrends200Overall;
  weeks: GetTrends200WeeksItem[];
  otherCurrencies: GetTrends200OtherCurrenciesItem[];
  leftOut: GetTrends200LeftOutItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  placeholders: number;
  truncated: boolean;
  notes: string[];
  notesSaid: GetTrends200NotesSaidItem[];
};

export type GetWatchesParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
tag?: string;
state?: GetWatchesState;
};

export type GetWatchesState = typeof GetWatchesState[keyof typeof GetWatchesState];


export const GetWatchesState = {
  unread: 'unread',
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetWatches200ItemsItemState = typeof GetWatches200ItemsItemState[keyof typeof GetWatches200ItemsItemState];


export const GetWatches200ItemsItemState = {
  unread: 'unread',
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetWatches200ItemsItemListingState = typeof GetWatches200ItemsItemListingState[keyof typeof GetWatches200ItemsItemListingState];


export const GetWatches200ItemsItemListingState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetWatches200ItemsItemListing = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  /** @nullable */
  imageUrl: string | null;
  state: GetWatches200ItemsItemListingState;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** @nullable */
  location: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
} | null;

export type GetWatches200ItemsItemLastEventEventsItem = typeof GetWatches200ItemsItemLastEventEventsItem[keyof typeof GetWatches200ItemsItemLastEventEventsItem];


export const GetWatches200ItemsItemLastEventEventsItem = {
  back: 'back',
  below: 'below',
  drop: 'drop',
  rise: 'rise',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetWatches200ItemsItemLastEvent = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  events: GetWatches200ItemsItemLastEventEventsItem[];
  priceCents: number | null;
  previousPriceCents: number | null;
  /** @nullable */
  currency: string | null;
} | null;

export type GetWatches200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  url: string;
  state: GetWatches200ItemsItemState;
  listing: GetWatches200ItemsItemListing;
  thresholdCents: number | null;
  /** @nullable */
  currency: string | null;
  belowThreshold: boolean;
  notifyDrops: boolean;
  notifyRises: boolean;
  notifyBackOnSale: boolean;
  notifySold: boolean;
  notifyGone: boolean;
  notifyEnded: boolean;
  lastEvent: GetWatches200ItemsItemLastEvent;
  channels: string[];
  /** @nullable */
  note: string | null;
  tags: string[];
  /** @nullable */
  problem: string | null;
  polledAt: string | null;
  nextPollAt: string | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetWatches200 = {
  items: GetWatches200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostWatchesBody = {
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  listingId?: number;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  url?: string;
  thresholdCents?: number | null;
  currency?: string | null;
  notifyDrops?: boolean;
  notifyBackOnSale?: boolean;
  notifyRises?: boolean;
  notifySold?: boolean;
  notifyGone?: boolean;
  notifyEnded?: boolean;
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  channels?: string[];
  note?: string | null;
  /** @maxItems 20 */
  tags?: string[];
};

export type PostWatches201State = typeof PostWatches201State[keyof typeof PostWatches201State];


export const PostWatches201State = {
  unread: 'unread',
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PostWatches201ListingState = typeof PostWatches201ListingState[keyof typeof PostWatches201ListingState];


export const PostWatches201ListingState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PostWatches201Listing = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  /** @nullable */
  imageUrl: string | null;
  state: PostWatches201ListingState;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** @nullable */
  location: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
} | null;

export type PostWatches201LastEventEventsItem = typeof PostWatches201LastEventEventsItem[keyof typeof PostWatches201LastEventEventsItem];


export const PostWatches201LastEventEventsItem = {
  back: 'back',
  below: 'below',
  drop: 'drop',
  rise: 'rise',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PostWatches201LastEvent = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  events: PostWatches201LastEventEventsItem[];
  priceCents: number | null;
  previousPriceCents: number | null;
  /** @nullable */
  currency: string | null;
} | null;

export type PostWatches201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  url: string;
  state: PostWatches201State;
  listing: PostWatches201Listing;
  thresholdCents: number | null;
  /** @nullable */
  currency: string | null;
  belowThreshold: boolean;
  notifyDrops: boolean;
  notifyRises: boolean;
  notifyBackOnSale: boolean;
  notifySold: boolean;
  notifyGone: boolean;
  notifyEnded: boolean;
  lastEvent: PostWatches201LastEvent;
  channels: string[];
  /** @nullable */
  note: string | null;
  tags: string[];
  /** @nullable */
  problem: string | null;
  polledAt: string | null;
  nextPollAt: string | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetWatch200State = typeof GetWatch200State[keyof typeof GetWatch200State];


export const GetWatch200State = {
  unread: 'unread',
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetWatch200ListingState = typeof GetWatch200ListingState[keyof typeof GetWatch200ListingState];


export const GetWatch200ListingState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetWatch200Listing = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  /** @nullable */
  imageUrl: string | null;
  state: GetWatch200ListingState;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** @nullable */
  location: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
} | null;

export type GetWatch200LastEventEventsItem = typeof GetWatch200LastEventEventsItem[keyof typeof GetWatch200LastEventEventsItem];


export const GetWatch200LastEventEventsItem = {
  back: 'back',
  below: 'below',
  drop: 'drop',
  rise: 'rise',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetWatch200LastEvent = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  events: GetWatch200LastEventEventsItem[];
  priceCents: number | null;
  previousPriceCents: number | null;
  /** @nullable */
  currency: string | null;
} | null;

export type GetWatch200PricePointsItem = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  isMeant: boolean;
};

export type GetWatch200ClusterPricePointsItem = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  isMeant: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
};

export type GetWatch200ClusterListingsItemState = typeof GetWatch200ClusterListingsItemState[keyof typeof GetWatch200ClusterListingsItemState];


export const GetWatch200ClusterListingsItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetWatch200ClusterListingsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  marketplace: string;
  state: GetWatch200ClusterListingsItemState;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
  endedAt: string | null;
};

export type GetWatch200Cluster = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  summary: string;
  pricePoints: GetWatch200ClusterPricePointsItem[];
  listings: GetWatch200ClusterListingsItem[];
} | null;

export type GetWatch200ToldItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  notificationId: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  title: string;
};

export type GetWatch200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  url: string;
  state: GetWatch200State;
  listing: GetWatch200Listing;
  thresholdCents: number | null;
  /** @nullable */
  currency: string | null;
  belowThreshold: boolean;
  notifyDrops: boolean;
  notifyRises: boolean;
  notifyBackOnSale: boolean;
  notifySold: boolean;
  notifyGone: boolean;
  notifyEnded: boolean;
  lastEvent: GetWatch200LastEvent;
  channels: string[];
  /** @nullable */
  note: string | null;
  tags: string[];
  /** @nullable */
  problem: string | null;
  polledAt: string | null;
  nextPollAt: string | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
  pricePoints: GetWatch200PricePointsItem[];
  cluster: GetWatch200Cluster;
  told: GetWatch200ToldItem[];
};

export type PatchWatchBody = {
  thresholdCents?: number | null;
  currency?: string | null;
  notifyDrops?: boolean;
  notifyBackOnSale?: boolean;
  notifyRises?: boolean;
  notifySold?: boolean;
  notifyGone?: boolean;
  notifyEnded?: boolean;
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  channels?: string[];
  note?: string | null;
  /** @maxItems 20 */
  tags?: string[];
};

export type PatchWatch200State = typeof PatchWatch200State[keyof typeof PatchWatch200State];


export const PatchWatch200State = {
  unread: 'unread',
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PatchWatch200ListingState = typeof PatchWatch200ListingState[keyof typeof PatchWatch200ListingState];


export const PatchWatch200ListingState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PatchWatch200Listing = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  /** @nullable */
  imageUrl: string | null;
  state: PatchWatch200ListingState;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** @nullable */
  location: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastSeenAt: string;
} | null;

export type PatchWatch200LastEventEventsItem = typeof PatchWatch200LastEventEventsItem[keyof typeof PatchWatch200LastEventEventsItem];


export const PatchWatch200LastEventEventsItem = {
  back: 'back',
  below: 'below',
  drop: 'drop',
  rise: 'rise',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PatchWatch200LastEvent = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  events: PatchWatch200LastEventEventsItem[];
  priceCents: number | null;
  previousPriceCents: number | null;
  /** @nullable */
  currency: string | null;
} | null;

export type PatchWatch200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  url: string;
  state: PatchWatch200State;
  listing: PatchWatch200Listing;
  thresholdCents: number | null;
  /** @nullable */
  currency: string | null;
  belowThreshold: boolean;
  notifyDrops: boolean;
  notifyRises: boolean;
  notifyBackOnSale: boolean;
  notifySold: boolean;
  notifyGone: boolean;
  notifyEnded: boolean;
  lastEvent: PatchWatch200LastEvent;
  channels: string[];
  /** @nullable */
  note: string | null;
  tags: string[];
  /** @nullable */
  problem: string | null;
  polledAt: string | null;
  nextPollAt: string | null;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetRates200ItemsItemSource = typeof GetRates200ItemsItemSource[keyof typeof GetRates200ItemsItemSource];


export const GetRates200ItemsItemSource = {
  ecb: 'ecb',
  typed: 'typed',
} as const;

export type GetRates200ItemsItem = {
  currency: string;
  perEuro: number;
  day: string;
  source: GetRates200ItemsItemSource;
};

export type GetRates200 = {
  items: GetRates200ItemsItem[];
  isFetched: boolean;
};

export type PutRateBody = {
  perEuro: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$ */
  day?: string;
};

export type PutRate200ItemsItemSource = typeof PutRate200ItemsItemSource[keyof typeof PutRate200ItemsItemSource];


export const PutRate200ItemsItemSource = {
  ecb: 'ecb',
  typed: 'typed',
} as const;

export type PutRate200ItemsItem = {
  currency: string;
  perEuro: number;
  day: string;
  source: PutRate200ItemsItemSource;
};

export type PutRate200 = {
  items: PutRate200ItemsItem[];
  isFetched: boolean;
};

export type DeleteRate200ItemsItemSource = typeof DeleteRate200ItemsItemSource[keyof typeof DeleteRate200ItemsItemSource];


export const DeleteRate200ItemsItemSource = {
  ecb: 'ecb',
  typed: 'typed',
} as const;

export type DeleteRate200ItemsItem = {
  currency: string;
  perEuro: number;
  day: string;
  source: DeleteRate200ItemsItemSource;
};

export type DeleteRate200 = {
  items: DeleteRate200ItemsItem[];
  isFetched: boolean;
};

export type PostRatesFetchBodySpan = typeof PostRatesFetchBodySpan[keyof typeof PostRatesFetchBodySpan];


export const PostRatesFetchBodySpan = {
  day: 'day',
  quarter: 'quarter',
  all: 'all',
} as const;

export type PostRatesFetchBody = {
  span?: PostRatesFetchBodySpan;
};

export type PostRatesFetch200ItemsItemSource = typeof PostRatesFetch200ItemsItemSource[keyof typeof PostRatesFetch200ItemsItemSource];


export const PostRatesFetch200ItemsItemSource = {
  ecb: 'ecb',
  typed: 'typed',
} as const;

export type PostRatesFetch200ItemsItem = {
  currency: string;
  perEuro: number;
  day: string;
  source: PostRatesFetch200ItemsItemSource;
};

export type PostRatesFetch200 = {
  items: PostRatesFetch200ItemsItem[];
  isFetched: boolean;
};

export type GetValueParams = {
/**
 * @maxLength 1000
 */
title: string;
/**
 * @maxLength 200
 */
condition?: string;
category?: GetValueCategory;
/**
 * @pattern ^[A-Z]{3}$
 */
currency?: string;
/**
 * @maxLength 200
 */
brand?: string;
/**
 * @maxLength 60
 */
price?: string;
/**
 * @maxLength 100000
 */
description?: string;
/**
 * @maxLength 100
 */
marketplace?: string;
/**
 * @maxLength 500
 */
siteCategory?: string;
basis?: GetValueBasis;
demo?: string;
/**
 * @maxLength 2000
 */
exclude?: string;
/**
 * @minimum 0
 * @maximum 256
 */
compsMax?: number;
};

export type GetValueCategory = typeof GetValueCategory[keyof typeof GetValueCategory];


export const GetValueCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetValueBasis = typeof GetValueBasis[keyof typeof GetValueBasis];


export const GetValueBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetValue200ValueBasis = typeof GetValue200ValueBasis[keyof typeof GetValue200ValueBasis];


export const GetValue200ValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetValue200ValueMethod = typeof GetValue200ValueMethod[keyof typeof GetValue200ValueMethod];


export const GetValue200ValueMethod = {
  similar: 'similar',
  category: 'category',
} as const;

export type GetValue200ValueSureness = typeof GetValue200ValueSureness[keyof typeof GetValue200ValueSureness];


export const GetValue200ValueSureness = {
  'quite-sure': 'quite-sure',
  'fairly-sure': 'fairly-sure',
  'rough-guide': 'rough-guide',
  guess: 'guess',
} as const;

export type GetValue200Value = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  basis: GetValue200ValueBasis;
  method: GetValue200ValueMethod;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  oldestAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  newestAt: string;
  confidence: number;
  sureness: GetValue200ValueSureness;
} | null;

export type GetValue200ReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetValue200ReasonSaid = {
  code: string;
  params: GetValue200ReasonSaidParams;
};

export type GetValue200UnderstoodCategory = typeof GetValue200UnderstoodCategory[keyof typeof GetValue200UnderstoodCategory];


export const GetValue200UnderstoodCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetValue200UnderstoodCategoryFrom = typeof GetValue200UnderstoodCategoryFrom[keyof typeof GetValue200UnderstoodCategoryFrom];


export const GetValue200UnderstoodCategoryFrom = {
  given: 'given',
  inferred: 'inferred',
  unknown: 'unknown',
} as const;

export type GetValue200UnderstoodCondition = typeof GetValue200UnderstoodCondition[keyof typeof GetValue200UnderstoodCondition] | null;


export const GetValue200UnderstoodCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetValue200UnderstoodParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetValue200Understood = {
  category: GetValue200UnderstoodCategory;
  categoryFrom: GetValue200UnderstoodCategoryFrom;
  condition: GetValue200UnderstoodCondition;
  /** @nullable */
  brand: string | null;
  /** @nullable */
  model: string | null;
  /** @nullable */
  generation: string | null;
  /** @nullable */
  size: string | null;
  /** @nullable */
  storageGb: number | null;
  /** @nullable */
  year: number | null;
  /** @nullable */
  material: string | null;
  quantity: number;
  kind: string;
  sentence: string;
  code: string;
  params: GetValue200UnderstoodParams;
};

export type GetValue200CompsItemCondition = typeof GetValue200CompsItemCondition[keyof typeof GetValue200CompsItemCondition] | null;


export const GetValue200CompsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetValue200CompsItemBasis = typeof GetValue200CompsItemBasis[keyof typeof GetValue200CompsItemBasis];


export const GetValue200CompsItemBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetValue200CompsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  url: string;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  condition: GetValue200CompsItemCondition;
  basis: GetValue200CompsItemBasis;
  postedAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ageDays: number;
  similarity: number;
  weightShare: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  adjustedCents: number;
  adjustments: string;
};

export type GetValue200OpenDetailsItemDetail = typeof GetValue200OpenDetailsItemDetail[keyof typeof GetValue200OpenDetailsItemDetail];


export const GetValue200OpenDetailsItemDetail = {
  brand: 'brand',
  model: 'model',
  storage: 'storage',
  generation: 'generation',
  year: 'year',
  size: 'size',
  condition: 'condition',
} as const;

export type GetValue200OpenDetailsItemOptionsItem = {
  value: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
};

export type GetValue200OpenDetailsItem = {
  detail: GetValue200OpenDetailsItemDetail;
  options: GetValue200OpenDetailsItemOptionsItem[];
};

export type GetValue200SaleRatioParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetValue200SaleRatio = {
  ratio: number;
  sentence: string;
  code: string;
  params: GetValue200SaleRatioParams;
} | null;

export type GetValue200PriceParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetValue200Price = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  percentFromMid: number | null;
  sentence: string;
  code: string;
  params: GetValue200PriceParams;
} | null;

export type GetValue200NotesSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetValue200NotesSaidItem = {
  code: string;
  params: GetValue200NotesSaidItemParams;
};

export type GetValue200 = {
  value: GetValue200Value;
  reason: string;
  reasonSaid: GetValue200ReasonSaid;
  understood: GetValue200Understood;
  comps: GetValue200CompsItem[];
  openDetails: GetValue200OpenDetailsItem[];
  saleRatio: GetValue200SaleRatio;
  price: GetValue200Price;
  notes: string[];
  notesSaid: GetValue200NotesSaidItem[];
};

export type PostValueBodyCategory = typeof PostValueBodyCategory[keyof typeof PostValueBodyCategory];


export const PostValueBodyCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostValueBodyBasis = typeof PostValueBodyBasis[keyof typeof PostValueBodyBasis];


export const PostValueBodyBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type PostValueBodyAttributes = {[key: string]: string};

export type PostValueBody = {
  /** @maxLength 1000 */
  title: string;
  /** @maxLength 200 */
  condition?: string;
  category?: PostValueBodyCategory;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  /** @maxLength 200 */
  brand?: string;
  price?: number | string;
  /** @maxLength 100000 */
  description?: string;
  /** @maxLength 100 */
  marketplace?: string;
  /** @maxLength 500 */
  siteCategory?: string;
  basis?: PostValueBodyBasis;
  demo?: boolean;
  /**
     * @maxItems 100
     * @items.maximum 9007199254740991
     * @items.exclusiveMinimum 0
     */
  exclude?: number[];
  /**
     * @minimum 0
     * @maximum 256
     */
  compsMax?: number;
  attributes?: PostValueBodyAttributes;
};

export type PostValue200ValueBasis = typeof PostValue200ValueBasis[keyof typeof PostValue200ValueBasis];


export const PostValue200ValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type PostValue200ValueMethod = typeof PostValue200ValueMethod[keyof typeof PostValue200ValueMethod];


export const PostValue200ValueMethod = {
  similar: 'similar',
  category: 'category',
} as const;

export type PostValue200ValueSureness = typeof PostValue200ValueSureness[keyof typeof PostValue200ValueSureness];


export const PostValue200ValueSureness = {
  'quite-sure': 'quite-sure',
  'fairly-sure': 'fairly-sure',
  'rough-guide': 'rough-guide',
  guess: 'guess',
} as const;

export type PostValue200Value = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  basis: PostValue200ValueBasis;
  method: PostValue200ValueMethod;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  oldestAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  newestAt: string;
  confidence: number;
  sureness: PostValue200ValueSureness;
} | null;

export type PostValue200ReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostValue200ReasonSaid = {
  code: string;
  params: PostValue200ReasonSaidParams;
};

export type PostValue200UnderstoodCategory = typeof PostValue200UnderstoodCategory[keyof typeof PostValue200UnderstoodCategory];


export const PostValue200UnderstoodCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostValue200UnderstoodCategoryFrom = typeof PostValue200UnderstoodCategoryFrom[keyof typeof PostValue200UnderstoodCategoryFrom];


export const PostValue200UnderstoodCategoryFrom = {
  given: 'given',
  inferred: 'inferred',
  unknown: 'unknown',
} as const;

export type PostValue200UnderstoodCondition = typeof PostValue200UnderstoodCondition[keyof typeof PostValue200UnderstoodCondition] | null;


export const PostValue200UnderstoodCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostValue200UnderstoodParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostValue200Understood = {
  category: PostValue200UnderstoodCategory;
  categoryFrom: PostValue200UnderstoodCategoryFrom;
  condition: PostValue200UnderstoodCondition;
  /** @nullable */
  brand: string | null;
  /** @nullable */
  model: string | null;
  /** @nullable */
  generation: string | null;
  /** @nullable */
  size: string | null;
  /** @nullable */
  storageGb: number | null;
  /** @nullable */
  year: number | null;
  /** @nullable */
  material: string | null;
  quantity: number;
  kind: string;
  sentence: string;
  code: string;
  params: PostValue200UnderstoodParams;
};

export type PostValue200CompsItemCondition = typeof PostValue200CompsItemCondition[keyof typeof PostValue200CompsItemCondition] | null;


export const PostValue200CompsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostValue200CompsItemBasis = typeof PostValue200CompsItemBasis[keyof typeof PostValue200CompsItemBasis];


export const PostValue200CompsItemBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type PostValue200CompsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  url: string;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  condition: PostValue200CompsItemCondition;
  basis: PostValue200CompsItemBasis;
  postedAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ageDays: number;
  similarity: number;
  weightShare: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  adjustedCents: number;
  adjustments: string;
};

export type PostValue200OpenDetailsItemDetail = typeof PostValue200OpenDetailsItemDetail[keyof typeof PostValue200OpenDetailsItemDetail];


export const PostValue200OpenDetailsItemDetail = {
  brand: 'brand',
  model: 'model',
  storage: 'storage',
  generation: 'generation',
  year: 'year',
  size: 'size',
  condition: 'condition',
} as const;

export type PostValue200OpenDetailsItemOptionsItem = {
  value: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
};

export type PostValue200OpenDetailsItem = {
  detail: PostValue200OpenDetailsItemDetail;
  options: PostValue200OpenDetailsItemOptionsItem[];
};

export type PostValue200SaleRatioParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostValue200SaleRatio = {
  ratio: number;
  sentence: string;
  code: string;
  params: PostValue200SaleRatioParams;
} | null;

export type PostValue200PriceParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostValue200Price = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  percentFromMid: number | null;
  sentence: string;
  code: string;
  params: PostValue200PriceParams;
} | null;

export type PostValue200NotesSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostValue200NotesSaidItem = {
  code: string;
  params: PostValue200NotesSaidItemParams;
};

export type PostValue200 = {
  value: PostValue200Value;
  reason: string;
  reasonSaid: PostValue200ReasonSaid;
  understood: PostValue200Understood;
  comps: PostValue200CompsItem[];
  openDetails: PostValue200OpenDetailsItem[];
  saleRatio: PostValue200SaleRatio;
  price: PostValue200Price;
  notes: string[];
  notesSaid: PostValue200NotesSaidItem[];
};

export type GetListingValueParams = {
/**
 * @maxLength 2000
 */
exclude?: string;
};

export type GetListingValue200ValueBasis = typeof GetListingValue200ValueBasis[keyof typeof GetListingValue200ValueBasis];


export const GetListingValue200ValueBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetListingValue200ValueMethod = typeof GetListingValue200ValueMethod[keyof typeof GetListingValue200ValueMethod];


export const GetListingValue200ValueMethod = {
  similar: 'similar',
  category: 'category',
} as const;

export type GetListingValue200ValueSureness = typeof GetListingValue200ValueSureness[keyof typeof GetListingValue200ValueSureness];


export const GetListingValue200ValueSureness = {
  'quite-sure': 'quite-sure',
  'fairly-sure': 'fairly-sure',
  'rough-guide': 'rough-guide',
  guess: 'guess',
} as const;

export type GetListingValue200Value = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
  basis: GetListingValue200ValueBasis;
  method: GetListingValue200ValueMethod;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  oldestAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  newestAt: string;
  confidence: number;
  sureness: GetListingValue200ValueSureness;
} | null;

export type GetListingValue200ReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListingValue200ReasonSaid = {
  code: string;
  params: GetListingValue200ReasonSaidParams;
};

export type GetListingValue200PriceParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListingValue200Price = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  percentFromMid: number | null;
  sentence: string;
  code: string;
  params: GetListingValue200PriceParams;
} | null;

export type GetListingValue200CompsItemCondition = typeof GetListingValue200CompsItemCondition[keyof typeof GetListingValue200CompsItemCondition] | null;


export const GetListingValue200CompsItemCondition = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetListingValue200CompsItemBasis = typeof GetListingValue200CompsItemBasis[keyof typeof GetListingValue200CompsItemBasis];


export const GetListingValue200CompsItemBasis = {
  asking: 'asking',
  sold: 'sold',
} as const;

export type GetListingValue200CompsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  url: string;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  currency: string;
  condition: GetListingValue200CompsItemCondition;
  basis: GetListingValue200CompsItemBasis;
  postedAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ageDays: number;
  similarity: number;
  weightShare: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  adjustedCents: number;
  adjustments: string;
  /** @nullable */
  distanceKm: number | null;
};

export type GetListingValue200BinsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  fromCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  toCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  weightShare: number;
};

export type GetListingValue200 = {
  value: GetListingValue200Value;
  reason: string;
  reasonSaid: GetListingValue200ReasonSaid;
  price: GetListingValue200Price;
  comps: GetListingValue200CompsItem[];
  bins: GetListingValue200BinsItem[];
};

export type GetResaleParams = {
category: GetResaleCategory;
/**
 * @minimum 1
 * @maximum 10000000000000
 */
midCents: number;
/**
 * @pattern ^[A-Z]{3}$
 */
currency: string;
basis?: GetResaleBasis;
};

export type GetResaleCategory = typeof GetResaleCategory[keyof typeof GetResaleCategory];


export const GetResaleCategory = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetResaleBasis = typeof GetResaleBasis[keyof typeof GetResaleBasis];


export const GetResaleBasis = {
  asking: 'asking',
  sold: 'sold',
  mixed: 'mixed',
} as const;

export type GetResale200SalesItemDelivery = typeof GetResale200SalesItemDelivery[keyof typeof GetResale200SalesItemDelivery];


export const GetResale200SalesItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type GetResale200SalesItem = {
  marketplace: string;
  delivery: GetResale200SalesItemDelivery;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  feeCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  paymentCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  shippingCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  leavesCents: number;
  isUsual: boolean;
};

export type GetResale200Fees = {
  asOf: string;
  source: string;
};

export type GetResale200 = {
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  priceCents: number;
  sales: GetResale200SalesItem[];
  /** @nullable */
  unknown: string | null;
  chance: string;
  fees: GetResale200Fees;
};

export type GetSettingsSelling200OwnFeesRowsItemCategoriesItem = typeof GetSettingsSelling200OwnFeesRowsItemCategoriesItem[keyof typeof GetSettingsSelling200OwnFeesRowsItemCategoriesItem];


export const GetSettingsSelling200OwnFeesRowsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetSettingsSelling200OwnFeesRowsItemDelivery = typeof GetSettingsSelling200OwnFeesRowsItemDelivery[keyof typeof GetSettingsSelling200OwnFeesRowsItemDelivery];


export const GetSettingsSelling200OwnFeesRowsItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type GetSettingsSelling200OwnFeesRowsItemBandsItem = {
  upToCents: number | null;
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
};

export type GetSettingsSelling200OwnFeesRowsItemBandsApply = typeof GetSettingsSelling200OwnFeesRowsItemBandsApply[keyof typeof GetSettingsSelling200OwnFeesRowsItemBandsApply];


export const GetSettingsSelling200OwnFeesRowsItemBandsApply = {
  'to-the-part': 'to-the-part',
  'to-the-whole': 'to-the-whole',
} as const;

export type GetSettingsSelling200OwnFeesRowsItemSmallOrder = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  upToCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
} | null;

export type GetSettingsSelling200OwnFeesRowsItemFlatBelow = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCents: number;
} | null;

export type GetSettingsSelling200OwnFeesRowsItemPayment = {
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  fixedCents: number;
};

export type GetSettingsSelling200OwnFeesRowsItem = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /** @maxItems 41 */
  categories: GetSettingsSelling200OwnFeesRowsItemCategoriesItem[];
  delivery: GetSettingsSelling200OwnFeesRowsItemDelivery;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minItems 1
     * @maxItems 10
     */
  bands: GetSettingsSelling200OwnFeesRowsItemBandsItem[];
  bandsApply: GetSettingsSelling200OwnFeesRowsItemBandsApply;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
  smallOrder: GetSettingsSelling200OwnFeesRowsItemSmallOrder;
  flatBelow: GetSettingsSelling200OwnFeesRowsItemFlatBelow;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCentsMin: number;
  feeCentsMax: number | null;
  payment: GetSettingsSelling200OwnFeesRowsItemPayment;
  validFrom: string | null;
  country: string | null;
  source: string | null;
  readOn: string | null;
};

export type GetSettingsSelling200OwnFees = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  asOf?: string;
  /**
     * @minLength 1
     * @maxLength 500
     */
  source?: string;
  /** @maxItems 500 */
  rows?: GetSettingsSelling200OwnFeesRowsItem[];
};

export type GetSettingsSelling200Own = {
  fees?: GetSettingsSelling200OwnFees;
  /**
     * @minLength 1
     * @maxLength 100
     */
  resaleMarketplace?: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  localMarketplace?: string;
  country?: string | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  outboundShippingCents?: Partial<Record<'phones' | 'computers' | 'tablets' | 'cameras' | 'audio' | 'tv-video' | 'games' | 'electronics' | 'furniture' | 'appliances' | 'home' | 'garden' | 'tools' | 'bikes' | 'cars' | 'motorcycles' | 'vehicle-parts' | 'boats-rv' | 'clothing' | 'shoes' | 'bags' | 'jewelry' | 'watches' | 'beauty' | 'sports' | 'toys' | 'baby' | 'pets' | 'books' | 'music' | 'instruments' | 'collectibles' | 'art' | 'office' | 'business' | 'housing' | 'services' | 'jobs' | 'tickets' | 'free' | 'other', number | null>>;
  outboundShippingCentsElse?: number | null;
  /**
     * @minimum 1
     * @maximum 365
     */
  sellWithinDays?: number;
};

export type GetSettingsSelling200EffectiveFeesRowsItemCategoriesItem = typeof GetSettingsSelling200EffectiveFeesRowsItemCategoriesItem[keyof typeof GetSettingsSelling200EffectiveFeesRowsItemCategoriesItem];


export const GetSettingsSelling200EffectiveFeesRowsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetSettingsSelling200EffectiveFeesRowsItemDelivery = typeof GetSettingsSelling200EffectiveFeesRowsItemDelivery[keyof typeof GetSettingsSelling200EffectiveFeesRowsItemDelivery];


export const GetSettingsSelling200EffectiveFeesRowsItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type GetSettingsSelling200EffectiveFeesRowsItemBandsItem = {
  upToCents: number | null;
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
};

export type GetSettingsSelling200EffectiveFeesRowsItemBandsApply = typeof GetSettingsSelling200EffectiveFeesRowsItemBandsApply[keyof typeof GetSettingsSelling200EffectiveFeesRowsItemBandsApply];


export const GetSettingsSelling200EffectiveFeesRowsItemBandsApply = {
  'to-the-part': 'to-the-part',
  'to-the-whole': 'to-the-whole',
} as const;

export type GetSettingsSelling200EffectiveFeesRowsItemSmallOrder = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  upToCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
} | null;

export type GetSettingsSelling200EffectiveFeesRowsItemFlatBelow = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCents: number;
} | null;

export type GetSettingsSelling200EffectiveFeesRowsItemPayment = {
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  fixedCents: number;
};

export type GetSettingsSelling200EffectiveFeesRowsItem = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /** @maxItems 41 */
  categories: GetSettingsSelling200EffectiveFeesRowsItemCategoriesItem[];
  delivery: GetSettingsSelling200EffectiveFeesRowsItemDelivery;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minItems 1
     * @maxItems 10
     */
  bands: GetSettingsSelling200EffectiveFeesRowsItemBandsItem[];
  bandsApply: GetSettingsSelling200EffectiveFeesRowsItemBandsApply;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
  smallOrder: GetSettingsSelling200EffectiveFeesRowsItemSmallOrder;
  flatBelow: GetSettingsSelling200EffectiveFeesRowsItemFlatBelow;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCentsMin: number;
  feeCentsMax: number | null;
  payment: GetSettingsSelling200EffectiveFeesRowsItemPayment;
  validFrom: string | null;
  country: string | null;
  source: string | null;
  readOn: string | null;
  isOwn?: true;
};

export type GetSettingsSelling200EffectiveFees = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  asOf: string;
  /**
     * @minLength 1
     * @maxLength 500
     */
  source: string;
  /** @maxItems 1000 */
  rows: GetSettingsSelling200EffectiveFeesRowsItem[];
};

export type GetSettingsSelling200Effective = {
  fees: GetSettingsSelling200EffectiveFees;
  /**
     * @minLength 1
     * @maxLength 100
     */
  resaleMarketplace: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  localMarketplace: string;
  country: string | null;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  outboundShippingCents: Partial<Record<'phones' | 'computers' | 'tablets' | 'cameras' | 'audio' | 'tv-video' | 'games' | 'electronics' | 'furniture' | 'appliances' | 'home' | 'garden' | 'tools' | 'bikes' | 'cars' | 'motorcycles' | 'vehicle-parts' | 'boats-rv' | 'clothing' | 'shoes' | 'bags' | 'jewelry' | 'watches' | 'beauty' | 'sports' | 'toys' | 'baby' | 'pets' | 'books' | 'music' | 'instruments' | 'collectibles' | 'art' | 'office' | 'business' | 'housing' | 'services' | 'jobs' | 'tickets' | 'free' | 'other', number | null>>;
  outboundShippingCentsElse: number | null;
  /**
     * @minimum 1
     * @maximum 365
     */
  sellWithinDays: number;
};

export type GetSettingsSelling200 = {
  own: GetSettingsSelling200Own;
  effective: GetSettingsSelling200Effective;
};

export type PutSettingsSellingBodyFeesRowsItemCategoriesItem = typeof PutSettingsSellingBodyFeesRowsItemCategoriesItem[keyof typeof PutSettingsSellingBodyFeesRowsItemCategoriesItem];


export const PutSettingsSellingBodyFeesRowsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PutSettingsSellingBodyFeesRowsItemDelivery = typeof PutSettingsSellingBodyFeesRowsItemDelivery[keyof typeof PutSettingsSellingBodyFeesRowsItemDelivery];


export const PutSettingsSellingBodyFeesRowsItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type PutSettingsSellingBodyFeesRowsItemBandsItem = {
  upToCents: number | null;
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
};

export type PutSettingsSellingBodyFeesRowsItemBandsApply = typeof PutSettingsSellingBodyFeesRowsItemBandsApply[keyof typeof PutSettingsSellingBodyFeesRowsItemBandsApply];


export const PutSettingsSellingBodyFeesRowsItemBandsApply = {
  'to-the-part': 'to-the-part',
  'to-the-whole': 'to-the-whole',
} as const;

export type PutSettingsSellingBodyFeesRowsItemSmallOrder = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  upToCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
} | null;

export type PutSettingsSellingBodyFeesRowsItemFlatBelow = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCents: number;
} | null;

export type PutSettingsSellingBodyFeesRowsItemPayment = {
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  fixedCents: number;
};

export type PutSettingsSellingBodyFeesRowsItem = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /** @maxItems 41 */
  categories?: PutSettingsSellingBodyFeesRowsItemCategoriesItem[];
  delivery: PutSettingsSellingBodyFeesRowsItemDelivery;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minItems 1
     * @maxItems 10
     */
  bands: PutSettingsSellingBodyFeesRowsItemBandsItem[];
  bandsApply?: PutSettingsSellingBodyFeesRowsItemBandsApply;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents?: number;
  smallOrder?: PutSettingsSellingBodyFeesRowsItemSmallOrder;
  flatBelow?: PutSettingsSellingBodyFeesRowsItemFlatBelow;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCentsMin?: number;
  feeCentsMax?: number | null;
  payment?: PutSettingsSellingBodyFeesRowsItemPayment;
  validFrom?: string | null;
  country?: string | null;
  source?: string | null;
  readOn?: string | null;
};

export type PutSettingsSellingBodyFees = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  asOf?: string;
  /**
     * @minLength 1
     * @maxLength 500
     */
  source?: string;
  /** @maxItems 500 */
  rows?: PutSettingsSellingBodyFeesRowsItem[];
};

export type PutSettingsSellingBody = {
  fees?: PutSettingsSellingBodyFees;
  /**
     * @minLength 1
     * @maxLength 100
     */
  resaleMarketplace?: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  localMarketplace?: string;
  country?: string | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  outboundShippingCents?: Partial<Record<'phones' | 'computers' | 'tablets' | 'cameras' | 'audio' | 'tv-video' | 'games' | 'electronics' | 'furniture' | 'appliances' | 'home' | 'garden' | 'tools' | 'bikes' | 'cars' | 'motorcycles' | 'vehicle-parts' | 'boats-rv' | 'clothing' | 'shoes' | 'bags' | 'jewelry' | 'watches' | 'beauty' | 'sports' | 'toys' | 'baby' | 'pets' | 'books' | 'music' | 'instruments' | 'collectibles' | 'art' | 'office' | 'business' | 'housing' | 'services' | 'jobs' | 'tickets' | 'free' | 'other', number | null>>;
  outboundShippingCentsElse?: number | null;
  /**
     * @minimum 1
     * @maximum 365
     */
  sellWithinDays?: number;
};

export type PutSettingsSelling200OwnFeesRowsItemCategoriesItem = typeof PutSettingsSelling200OwnFeesRowsItemCategoriesItem[keyof typeof PutSettingsSelling200OwnFeesRowsItemCategoriesItem];


export const PutSettingsSelling200OwnFeesRowsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PutSettingsSelling200OwnFeesRowsItemDelivery = typeof PutSettingsSelling200OwnFeesRowsItemDelivery[keyof typeof PutSettingsSelling200OwnFeesRowsItemDelivery];


export const PutSettingsSelling200OwnFeesRowsItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type PutSettingsSelling200OwnFeesRowsItemBandsItem = {
  upToCents: number | null;
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
};

export type PutSettingsSelling200OwnFeesRowsItemBandsApply = typeof PutSettingsSelling200OwnFeesRowsItemBandsApply[keyof typeof PutSettingsSelling200OwnFeesRowsItemBandsApply];


export const PutSettingsSelling200OwnFeesRowsItemBandsApply = {
  'to-the-part': 'to-the-part',
  'to-the-whole': 'to-the-whole',
} as const;

export type PutSettingsSelling200OwnFeesRowsItemSmallOrder = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  upToCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
} | null;

export type PutSettingsSelling200OwnFeesRowsItemFlatBelow = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCents: number;
} | null;

export type PutSettingsSelling200OwnFeesRowsItemPayment = {
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  fixedCents: number;
};

export type PutSettingsSelling200OwnFeesRowsItem = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /** @maxItems 41 */
  categories: PutSettingsSelling200OwnFeesRowsItemCategoriesItem[];
  delivery: PutSettingsSelling200OwnFeesRowsItemDelivery;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minItems 1
     * @maxItems 10
     */
  bands: PutSettingsSelling200OwnFeesRowsItemBandsItem[];
  bandsApply: PutSettingsSelling200OwnFeesRowsItemBandsApply;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
  smallOrder: PutSettingsSelling200OwnFeesRowsItemSmallOrder;
  flatBelow: PutSettingsSelling200OwnFeesRowsItemFlatBelow;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCentsMin: number;
  feeCentsMax: number | null;
  payment: PutSettingsSelling200OwnFeesRowsItemPayment;
  validFrom: string | null;
  country: string | null;
  source: string | null;
  readOn: string | null;
};

export type PutSettingsSelling200OwnFees = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  asOf?: string;
  /**
     * @minLength 1
     * @maxLength 500
     */
  source?: string;
  /** @maxItems 500 */
  rows?: PutSettingsSelling200OwnFeesRowsItem[];
};

export type PutSettingsSelling200Own = {
  fees?: PutSettingsSelling200OwnFees;
  /**
     * @minLength 1
     * @maxLength 100
     */
  resaleMarketplace?: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  localMarketplace?: string;
  country?: string | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  outboundShippingCents?: Partial<Record<'phones' | 'computers' | 'tablets' | 'cameras' | 'audio' | 'tv-video' | 'games' | 'electronics' | 'furniture' | 'appliances' | 'home' | 'garden' | 'tools' | 'bikes' | 'cars' | 'motorcycles' | 'vehicle-parts' | 'boats-rv' | 'clothing' | 'shoes' | 'bags' | 'jewelry' | 'watches' | 'beauty' | 'sports' | 'toys' | 'baby' | 'pets' | 'books' | 'music' | 'instruments' | 'collectibles' | 'art' | 'office' | 'business' | 'housing' | 'services' | 'jobs' | 'tickets' | 'free' | 'other', number | null>>;
  outboundShippingCentsElse?: number | null;
  /**
     * @minimum 1
     * @maximum 365
     */
  sellWithinDays?: number;
};

export type PutSettingsSelling200EffectiveFeesRowsItemCategoriesItem = typeof PutSettingsSelling200EffectiveFeesRowsItemCategoriesItem[keyof typeof PutSettingsSelling200EffectiveFeesRowsItemCategoriesItem];


export const PutSettingsSelling200EffectiveFeesRowsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PutSettingsSelling200EffectiveFeesRowsItemDelivery = typeof PutSettingsSelling200EffectiveFeesRowsItemDelivery[keyof typeof PutSettingsSelling200EffectiveFeesRowsItemDelivery];


export const PutSettingsSelling200EffectiveFeesRowsItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type PutSettingsSelling200EffectiveFeesRowsItemBandsItem = {
  upToCents: number | null;
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
};

export type PutSettingsSelling200EffectiveFeesRowsItemBandsApply = typeof PutSettingsSelling200EffectiveFeesRowsItemBandsApply[keyof typeof PutSettingsSelling200EffectiveFeesRowsItemBandsApply];


export const PutSettingsSelling200EffectiveFeesRowsItemBandsApply = {
  'to-the-part': 'to-the-part',
  'to-the-whole': 'to-the-whole',
} as const;

export type PutSettingsSelling200EffectiveFeesRowsItemSmallOrder = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  upToCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
} | null;

export type PutSettingsSelling200EffectiveFeesRowsItemFlatBelow = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCents: number;
} | null;

export type PutSettingsSelling200EffectiveFeesRowsItemPayment = {
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  fixedCents: number;
};

export type PutSettingsSelling200EffectiveFeesRowsItem = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /** @maxItems 41 */
  categories: PutSettingsSelling200EffectiveFeesRowsItemCategoriesItem[];
  delivery: PutSettingsSelling200EffectiveFeesRowsItemDelivery;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minItems 1
     * @maxItems 10
     */
  bands: PutSettingsSelling200EffectiveFeesRowsItemBandsItem[];
  bandsApply: PutSettingsSelling200EffectiveFeesRowsItemBandsApply;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
  smallOrder: PutSettingsSelling200EffectiveFeesRowsItemSmallOrder;
  flatBelow: PutSettingsSelling200EffectiveFeesRowsItemFlatBelow;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCentsMin: number;
  feeCentsMax: number | null;
  payment: PutSettingsSelling200EffectiveFeesRowsItemPayment;
  validFrom: string | null;
  country: string | null;
  source: string | null;
  readOn: string | null;
  isOwn?: true;
};

export type PutSettingsSelling200EffectiveFees = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  asOf: string;
  /**
     * @minLength 1
     * @maxLength 500
     */
  source: string;
  /** @maxItems 1000 */
  rows: PutSettingsSelling200EffectiveFeesRowsItem[];
};

export type PutSettingsSelling200Effective = {
  fees: PutSettingsSelling200EffectiveFees;
  /**
     * @minLength 1
     * @maxLength 100
     */
  resaleMarketplace: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  localMarketplace: string;
  country: string | null;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  outboundShippingCents: Partial<Record<'phones' | 'computers' | 'tablets' | 'cameras' | 'audio' | 'tv-video' | 'games' | 'electronics' | 'furniture' | 'appliances' | 'home' | 'garden' | 'tools' | 'bikes' | 'cars' | 'motorcycles' | 'vehicle-parts' | 'boats-rv' | 'clothing' | 'shoes' | 'bags' | 'jewelry' | 'watches' | 'beauty' | 'sports' | 'toys' | 'baby' | 'pets' | 'books' | 'music' | 'instruments' | 'collectibles' | 'art' | 'office' | 'business' | 'housing' | 'services' | 'jobs' | 'tickets' | 'free' | 'other', number | null>>;
  outboundShippingCentsElse: number | null;
  /**
     * @minimum 1
     * @maximum 365
     */
  sellWithinDays: number;
};

export type PutSettingsSelling200 = {
  own: PutSettingsSelling200Own;
  effective: PutSettingsSelling200Effective;
};

export type PostSettingsSellingFeesBodyCategoriesItem = typeof PostSettingsSellingFeesBodyCategoriesItem[keyof typeof PostSettingsSellingFeesBodyCategoriesItem];


export const PostSettingsSellingFeesBodyCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostSettingsSellingFeesBodyDelivery = typeof PostSettingsSellingFeesBodyDelivery[keyof typeof PostSettingsSellingFeesBodyDelivery];


export const PostSettingsSellingFeesBodyDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type PostSettingsSellingFeesBodyBandsItem = {
  upToCents: number | null;
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
};

export type PostSettingsSellingFeesBodyBandsApply = typeof PostSettingsSellingFeesBodyBandsApply[keyof typeof PostSettingsSellingFeesBodyBandsApply];


export const PostSettingsSellingFeesBodyBandsApply = {
  'to-the-part': 'to-the-part',
  'to-the-whole': 'to-the-whole',
} as const;

export type PostSettingsSellingFeesBodySmallOrder = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  upToCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
} | null;

export type PostSettingsSellingFeesBodyFlatBelow = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCents: number;
} | null;

export type PostSettingsSellingFeesBodyPayment = {
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  fixedCents: number;
};

export type PostSettingsSellingFeesBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /** @maxItems 41 */
  categories?: PostSettingsSellingFeesBodyCategoriesItem[];
  delivery: PostSettingsSellingFeesBodyDelivery;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minItems 1
     * @maxItems 10
     */
  bands: PostSettingsSellingFeesBodyBandsItem[];
  bandsApply?: PostSettingsSellingFeesBodyBandsApply;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents?: number;
  smallOrder?: PostSettingsSellingFeesBodySmallOrder;
  flatBelow?: PostSettingsSellingFeesBodyFlatBelow;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCentsMin?: number;
  feeCentsMax?: number | null;
  payment?: PostSettingsSellingFeesBodyPayment;
  validFrom?: string | null;
  country?: string | null;
  source?: string | null;
  readOn?: string | null;
};

export type PostSettingsSellingFees200OwnFeesRowsItemCategoriesItem = typeof PostSettingsSellingFees200OwnFeesRowsItemCategoriesItem[keyof typeof PostSettingsSellingFees200OwnFeesRowsItemCategoriesItem];


export const PostSettingsSellingFees200OwnFeesRowsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostSettingsSellingFees200OwnFeesRowsItemDelivery = typeof PostSettingsSellingFees200OwnFeesRowsItemDelivery[keyof typeof PostSettingsSellingFees200OwnFeesRowsItemDelivery];


export const PostSettingsSellingFees200OwnFeesRowsItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type PostSettingsSellingFees200OwnFeesRowsItemBandsItem = {
  upToCents: number | null;
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
};

export type PostSettingsSellingFees200OwnFeesRowsItemBandsApply = typeof PostSettingsSellingFees200OwnFeesRowsItemBandsApply[keyof typeof PostSettingsSellingFees200OwnFeesRowsItemBandsApply];


export const PostSettingsSellingFees200OwnFeesRowsItemBandsApply = {
  'to-the-part': 'to-the-part',
  'to-the-whole': 'to-the-whole',
} as const;

export type PostSettingsSellingFees200OwnFeesRowsItemSmallOrder = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  upToCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
} | null;

export type PostSettingsSellingFees200OwnFeesRowsItemFlatBelow = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCents: number;
} | null;

export type PostSettingsSellingFees200OwnFeesRowsItemPayment = {
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  fixedCents: number;
};

export type PostSettingsSellingFees200OwnFeesRowsItem = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /** @maxItems 41 */
  categories: PostSettingsSellingFees200OwnFeesRowsItemCategoriesItem[];
  delivery: PostSettingsSellingFees200OwnFeesRowsItemDelivery;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minItems 1
     * @maxItems 10
     */
  bands: PostSettingsSellingFees200OwnFeesRowsItemBandsItem[];
  bandsApply: PostSettingsSellingFees200OwnFeesRowsItemBandsApply;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
  smallOrder: PostSettingsSellingFees200OwnFeesRowsItemSmallOrder;
  flatBelow: PostSettingsSellingFees200OwnFeesRowsItemFlatBelow;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCentsMin: number;
  feeCentsMax: number | null;
  payment: PostSettingsSellingFees200OwnFeesRowsItemPayment;
  validFrom: string | null;
  country: string | null;
  source: string | null;
  readOn: string | null;
};

export type PostSettingsSellingFees200OwnFees = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  asOf?: string;
  /**
     * @minLength 1
     * @maxLength 500
     */
  source?: string;
  /** @maxItems 500 */
  rows?: PostSettingsSellingFees200OwnFeesRowsItem[];
};

export type PostSettingsSellingFees200Own = {
  fees?: PostSettingsSellingFees200OwnFees;
  /**
     * @minLength 1
     * @maxLength 100
     */
  resaleMarketplace?: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  localMarketplace?: string;
  country?: string | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  outboundShippingCents?: Partial<Record<'phones' | 'computers' | 'tablets' | 'cameras' | 'audio' | 'tv-video' | 'games' | 'electronics' | 'furniture' | 'appliances' | 'home' | 'garden' | 'tools' | 'bikes' | 'cars' | 'motorcycles' | 'vehicle-parts' | 'boats-rv' | 'clothing' | 'shoes' | 'bags' | 'jewelry' | 'watches' | 'beauty' | 'sports' | 'toys' | 'baby' | 'pets' | 'books' | 'music' | 'instruments' | 'collectibles' | 'art' | 'office' | 'business' | 'housing' | 'services' | 'jobs' | 'tickets' | 'free' | 'other', number | null>>;
  outboundShippingCentsElse?: number | null;
  /**
     * @minimum 1
     * @maximum 365
     */
  sellWithinDays?: number;
};

export type PostSettingsSellingFees200EffectiveFeesRowsItemCategoriesItem = typeof PostSettingsSellingFees200EffectiveFeesRowsItemCategoriesItem[keyof typeof PostSettingsSellingFees200EffectiveFeesRowsItemCategoriesItem];


export const PostSettingsSellingFees200EffectiveFeesRowsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostSettingsSellingFees200EffectiveFeesRowsItemDelivery = typeof PostSettingsSellingFees200EffectiveFeesRowsItemDelivery[keyof typeof PostSettingsSellingFees200EffectiveFeesRowsItemDelivery];


export const PostSettingsSellingFees200EffectiveFeesRowsItemDelivery = {
  shipped: 'shipped',
  local: 'local',
} as const;

export type PostSettingsSellingFees200EffectiveFeesRowsItemBandsItem = {
  upToCents: number | null;
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
};

export type PostSettingsSellingFees200EffectiveFeesRowsItemBandsApply = typeof PostSettingsSellingFees200EffectiveFeesRowsItemBandsApply[keyof typeof PostSettingsSellingFees200EffectiveFeesRowsItemBandsApply];


export const PostSettingsSellingFees200EffectiveFeesRowsItemBandsApply = {
  'to-the-part': 'to-the-part',
  'to-the-whole': 'to-the-whole',
} as const;

export type PostSettingsSellingFees200EffectiveFeesRowsItemSmallOrder = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  upToCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
} | null;

export type PostSettingsSellingFees200EffectiveFeesRowsItemFlatBelow = {
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  priceCents: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCents: number;
} | null;

export type PostSettingsSellingFees200EffectiveFeesRowsItemPayment = {
  /**
     * @minimum 0
     * @maximum 10000
     */
  bps: number;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  fixedCents: number;
};

export type PostSettingsSellingFees200EffectiveFeesRowsItem = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /** @maxItems 41 */
  categories: PostSettingsSellingFees200EffectiveFeesRowsItemCategoriesItem[];
  delivery: PostSettingsSellingFees200EffectiveFeesRowsItemDelivery;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  /**
     * @minItems 1
     * @maxItems 10
     */
  bands: PostSettingsSellingFees200EffectiveFeesRowsItemBandsItem[];
  bandsApply: PostSettingsSellingFees200EffectiveFeesRowsItemBandsApply;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  orderCents: number;
  smallOrder: PostSettingsSellingFees200EffectiveFeesRowsItemSmallOrder;
  flatBelow: PostSettingsSellingFees200EffectiveFeesRowsItemFlatBelow;
  /**
     * @minimum 0
     * @maximum 10000000000000
     */
  feeCentsMin: number;
  feeCentsMax: number | null;
  payment: PostSettingsSellingFees200EffectiveFeesRowsItemPayment;
  validFrom: string | null;
  country: string | null;
  source: string | null;
  readOn: string | null;
  isOwn?: true;
};

export type PostSettingsSellingFees200EffectiveFees = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  asOf: string;
  /**
     * @minLength 1
     * @maxLength 500
     */
  source: string;
  /** @maxItems 1000 */
  rows: PostSettingsSellingFees200EffectiveFeesRowsItem[];
};

export type PostSettingsSellingFees200Effective = {
  fees: PostSettingsSellingFees200EffectiveFees;
  /**
     * @minLength 1
     * @maxLength 100
     */
  resaleMarketplace: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  localMarketplace: string;
  country: string | null;
  /** @pattern ^[A-Z]{3}$ */
  currency: string;
  outboundShippingCents: Partial<Record<'phones' | 'computers' | 'tablets' | 'cameras' | 'audio' | 'tv-video' | 'games' | 'electronics' | 'furniture' | 'appliances' | 'home' | 'garden' | 'tools' | 'bikes' | 'cars' | 'motorcycles' | 'vehicle-parts' | 'boats-rv' | 'clothing' | 'shoes' | 'bags' | 'jewelry' | 'watches' | 'beauty' | 'sports' | 'toys' | 'baby' | 'pets' | 'books' | 'music' | 'instruments' | 'collectibles' | 'art' | 'office' | 'business' | 'housing' | 'services' | 'jobs' | 'tickets' | 'free' | 'other', number | null>>;
  outboundShippingCentsElse: number | null;
  /**
     * @minimum 1
     * @maximum 365
     */
  sellWithinDays: number;
};

export type PostSettingsSellingFees200 = {
  own: PostSettingsSellingFees200Own;
  effective: PostSettingsSellingFees200Effective;
};

export type PostSettingsSellingFeesImportBody = {
  /**
     * @minLength 1
     * @maxLength 500000
     */
  text: string;
  dryRun?: boolean;
};

export type PostSettingsSellingFeesImport200ProblemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  line: number;
  reason: string;
};

export type PostSettingsSellingFeesImport200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  replaced: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  known: number;
  problems: PostSettingsSellingFeesImport200ProblemsItem[];
  dryRun: boolean;
};

export type PostImportsParams = {
/**
 * @pattern ^[a-z0-9-]{1,60}$
 */
source?: string;
/**
 * @pattern ^[A-Z]{3}$
 */
currency?: string;
/**
 * @maxLength 100
 */
marketplace?: string;
/**
 * @maxLength 4000
 */
url?: string;
/**
 * @maxLength 8000
 */
columns?: string;
personal?: string;
/**
 * @pattern ^[A-Za-z0-9-]{8,64}$
 */
ticket?: string;
};

export type PostImports200ProblemsItem = {
  problem: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
};

export type PostImports200RejectsItemValues = {[key: string]: string};

export type PostImports200RejectsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  line: number;
  problems: string[];
  raw: string;
  values?: PostImports200RejectsItemValues;
};

export type PostImports200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  changed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unchanged: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  matches: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  waiting: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejected: number;
  problems: PostImports200ProblemsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  evidence: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  history: number;
  /** @nullable */
  incomplete: string | null;
  rejects: PostImports200RejectsItem[];
};

export type PostImportsPreviewParams = {
/**
 * @pattern ^[a-z0-9-]{1,60}$
 */
source?: string;
/**
 * @pattern ^[A-Z]{3}$
 */
currency?: string;
/**
 * @maxLength 100
 */
marketplace?: string;
/**
 * @maxLength 4000
 */
url?: string;
/**
 * @maxLength 8000
 */
columns?: string;
cut?: string;
};

export type PostImportsPreview200Kind = typeof PostImportsPreview200Kind[keyof typeof PostImportsPreview200Kind];


export const PostImportsPreview200Kind = {
  rows: 'rows',
  page: 'page',
} as const;

export type PostImportsPreview200Format = typeof PostImportsPreview200Format[keyof typeof PostImportsPreview200Format] | null;


export const PostImportsPreview200Format = {
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
} as const;

export type PostImportsPreview200ColumnsItemField = typeof PostImportsPreview200ColumnsItemField[keyof typeof PostImportsPreview200ColumnsItemField] | null;


export const PostImportsPreview200ColumnsItemField = {
  source: 'source',
  externalId: 'externalId',
  title: 'title',
  url: 'url',
  description: 'description',
  priceCents: 'priceCents',
  price: 'price',
  salePrice: 'salePrice',
  soldPrice: 'soldPrice',
  currency: 'currency',
  shippingCents: 'shippingCents',
  shipping: 'shipping',
  category: 'category',
  condition: 'condition',
  brand: 'brand',
  model: 'model',
  location: 'location',
  city: 'city',
  region: 'region',
  postalCode: 'postalCode',
  country: 'country',
  lat: 'lat',
  lon: 'lon',
  posted: 'posted',
  snapshot: 'snapshot',
  basis: 'basis',
  status: 'status',
  sold: 'sold',
  images: 'images',
  extra: 'extra',
  buyingFormat: 'buyingFormat',
  endsAt: 'endsAt',
  bidCount: 'bidCount',
  repostOf: 'repostOf',
  seller: 'seller',
} as const;

export type PostImportsPreview200ColumnsItem = {
  name: string;
  field: PostImportsPreview200ColumnsItemField;
  /** @nullable */
  example: string | null;
};

export type PostImportsPreview200RowsItemListing = {
  source: string;
  title: string;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** @nullable */
  condition: string | null;
  /** @nullable */
  location: string | null;
  /** @nullable */
  url: string | null;
} | null;

export type PostImportsPreview200RowsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  line: number;
  listing: PostImportsPreview200RowsItemListing;
  problems: string[];
};

export type PostImportsPreview200 = {
  kind: PostImportsPreview200Kind;
  format: PostImportsPreview200Format;
  /** @nullable */
  marketplace: string | null;
  columns: PostImportsPreview200ColumnsItem[];
  rows: PostImportsPreview200RowsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  read: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejected: number;
  needsCurrency: boolean;
};

export type PostCapturesBody = {
  /**
     * where the page is from; may be left out where the saved page says it itself
     * @minLength 1
     * @maxLength 4000
     */
  url?: string;
  /**
     * the page as the browser has it now; left out = the address alone is handed in
     * @minLength 1
     * @maxLength 8388608
     */
  html?: string;
  /**
     * words that came along with an address alone: they name the listing until it was seen
     * @maxLength 4000
     */
  title?: string;
};

export type PostCaptures200Outcome = typeof PostCaptures200Outcome[keyof typeof PostCaptures200Outcome];


export const PostCaptures200Outcome = {
  ok: 'ok',
  empty: 'empty',
  'no-address': 'no-address',
  'unknown-site': 'unknown-site',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type PostCaptures200Marketplace = {
  id: string;
  name: string;
  homepage: string;
} | null;

export type PostCaptures200Counts = {
  /**
     * listings that were taken in
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  read: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  changed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unchanged: number;
  /**
     * rows of the page that could not be taken in
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  leftOut: number;
};

export type PostCaptures200LeftOutItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  row: number;
  reason: string;
};

export type PostCaptures200RulesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listings: number;
};

export type PostCaptures200BelowBest = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  pct: number;
} | null;

/**
 * listings for sale at least 10 % below their value, and which of them is the most
 */
export type PostCaptures200Below = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listings: number;
  best: PostCaptures200BelowBest;
};

export type PostCaptures200ListingsItemState = typeof PostCaptures200ListingsItemState[keyof typeof PostCaptures200ListingsItemState];


export const PostCaptures200ListingsItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

/**
 * what such things go for; null = not enough is known of such things
 */
export type PostCaptures200ListingsItemValue = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lowCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  midCents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  highCents: number;
  currency: string;
} | null;

export type PostCaptures200ListingsItemRulesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
};

export type PostCaptures200ListingsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  title: string;
  url: string;
  state: PostCaptures200ListingsItemState;
  /** null = the page states none, or not for sure */
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** what such things go for; null = not enough is known of such things */
  value: PostCaptures200ListingsItemValue;
  /** how far the price is below the middle of the value, in whole percent; negative = above it */
  belowValuePct: number | null;
  /** nobody had shown it to you before */
  isNew: boolean;
  /** your rules that it matches */
  rules: PostCaptures200ListingsItemRulesItem[];
};

export type PostCaptures200SitesItem = {
  id: string;
  name: string;
  homepage: string;
};

export type PostCaptures200 = {
  outcome: PostCaptures200Outcome;
  /**
     * one sentence, wherever something went wrong
     * @nullable
     */
  reason: string | null;
  marketplace: PostCaptures200Marketplace;
  counts: PostCaptures200Counts;
  /** at most 100 of them */
  leftOut: PostCaptures200LeftOutItem[];
  /** false = other processes are still matching: send the same again in some seconds */
  isMatched: boolean;
  /** your rules that match, the most first */
  rules: PostCaptures200RulesItem[];
  /** listings for sale at least 10 % below their value, and which of them is the most */
  below: PostCaptures200Below;
  /** in the order of the page */
  listings: PostCaptures200ListingsItem[];
  /** where the page is of none of them: the sites that can be read */
  sites: PostCaptures200SitesItem[];
};

export type GetCapturesSitesParams = {
/**
 * a host name: is it of a site whose pages can be read?
 * @maxLength 300
 */
host?: string;
};

export type GetCapturesSites200ItemsItem = {
  id: string;
  name: string;
  homepage: string;
};

/**
 * whose the host is, where one was asked of
 */
export type GetCapturesSites200Site = {
  id: string;
  name: string;
  homepage: string;
} | null;

export type GetCapturesSites200 = {
  items: GetCapturesSites200ItemsItem[];
  /** whose the host is, where one was asked of */
  site: GetCapturesSites200Site;
};

export type GetMailboxes200ItemsItemSecurity = typeof GetMailboxes200ItemsItemSecurity[keyof typeof GetMailboxes200ItemsItemSecurity];


export const GetMailboxes200ItemsItemSecurity = {
  tls: 'tls',
  starttls: 'starttls',
  none: 'none',
} as const;

export type GetMailboxes200ItemsItemSignsInBy = typeof GetMailboxes200ItemsItemSignsInBy[keyof typeof GetMailboxes200ItemsItemSignsInBy];


export const GetMailboxes200ItemsItemSignsInBy = {
  password: 'password',
  oauth: 'oauth',
} as const;

export type GetMailboxes200ItemsItemState = typeof GetMailboxes200ItemsItemState[keyof typeof GetMailboxes200ItemsItemState];


export const GetMailboxes200ItemsItemState = {
  off: 'off',
  waiting: 'waiting',
  reading: 'reading',
  listening: 'listening',
  failing: 'failing',
} as const;

export type GetMailboxes200ItemsItemProblem = typeof GetMailboxes200ItemsItemProblem[keyof typeof GetMailboxes200ItemsItemProblem] | null;


export const GetMailboxes200ItemsItemProblem = {
  'unknown-host': 'unknown-host',
  'private-host': 'private-host',
  'host-not-allowed': 'host-not-allowed',
  'plain-not-allowed': 'plain-not-allowed',
  unreachable: 'unreachable',
  'not-trusted': 'not-trusted',
  'not-imap': 'not-imap',
  'sign-in-refused': 'sign-in-refused',
  'token-refused': 'token-refused',
  'token-away': 'token-away',
  'access-closed': 'access-closed',
  'folder-missing': 'folder-missing',
  hung: 'hung',
  dropped: 'dropped',
  'too-much': 'too-much',
  'keys-away': 'keys-away',
  'not-stored': 'not-stored',
} as const;

export type GetMailboxes200ItemsItemReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetMailboxes200ItemsItemReasonSaid = {
  code: string;
  params: GetMailboxes200ItemsItemReasonSaidParams;
} | null;

export type GetMailboxes200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  host: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  port: number;
  security: GetMailboxes200ItemsItemSecurity;
  user: string;
  signsInBy: GetMailboxes200ItemsItemSignsInBy;
  folder: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  readBackDays: number;
  /** @nullable */
  trustedServer: string | null;
  alsoSales: boolean;
  enabled: boolean;
  state: GetMailboxes200ItemsItemState;
  problem: GetMailboxes200ItemsItemProblem;
  /** @nullable */
  reason: string | null;
  reasonSaid: GetMailboxes200ItemsItemReasonSaid;
  failingSince: string | null;
  nextTryAt: string | null;
  readAt: string | null;
  lastMailAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  mails: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listings: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unproven: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  nothing: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  others: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type GetMailboxes200 = {
  items: GetMailboxes200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostMailboxesBodySecurity = typeof PostMailboxesBodySecurity[keyof typeof PostMailboxesBodySecurity];


export const PostMailboxesBodySecurity = {
  tls: 'tls',
  starttls: 'starttls',
  none: 'none',
} as const;

export type PostMailboxesBodyAccess = {
  kind: 'password';
  /**
     * @minLength 1
     * @maxLength 4000
     */
  password: string;
} | {
  kind: 'oauth';
  /**
     * @minLength 1
     * @maxLength 4000
     */
  clientId: string;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  clientSecret?: string;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  refreshToken: string;
  /** @maxLength 2000 */
  tokenUrl: string;
};

export type PostMailboxesBody = {
  /**
     * @maxLength 253
     * @pattern ^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|[\da-f:.]+)$
     */
  host: string;
  /**
     * @minimum 1
     * @maximum 65535
     */
  port?: number;
  security?: PostMailboxesBodySecurity;
  user: string;
  access: PostMailboxesBodyAccess;
  /**
     * @minLength 1
     * @maxLength 500
     */
  folder?: string;
  /** @nullable */
  trustedServer?: string | null;
  alsoSales?: boolean;
  name?: string;
  /**
     * @minimum 0
     * @maximum 30
     */
  readBackDays?: number;
};

export type PostMailboxes201Security = typeof PostMailboxes201Security[keyof typeof PostMailboxes201Security];


export const PostMailboxes201Security = {
  tls: 'tls',
  starttls: 'starttls',
  none: 'none',
} as const;

export type PostMailboxes201SignsInBy = typeof PostMailboxes201SignsInBy[keyof typeof PostMailboxes201SignsInBy];


export const PostMailboxes201SignsInBy = {
  password: 'password',
  oauth: 'oauth',
} as const;

export type PostMailboxes201State = typeof PostMailboxes201State[keyof typeof PostMailboxes201State];


export const PostMailboxes201State = {
  off: 'off',
  waiting: 'waiting',
  reading: 'reading',
  listening: 'listening',
  failing: 'failing',
} as const;

export type PostMailboxes201Problem = typeof PostMailboxes201Problem[keyof typeof PostMailboxes201Problem] | null;


export const PostMailboxes201Problem = {
  'unknown-host': 'unknown-host',
  'private-host': 'private-host',
  'host-not-allowed': 'host-not-allowed',
  'plain-not-allowed': 'plain-not-allowed',
  unreachable: 'unreachable',
  'not-trusted': 'not-trusted',
  'not-imap': 'not-imap',
  'sign-in-refused': 'sign-in-refused',
  'token-refused': 'token-refused',
  'token-away': 'token-away',
  'access-closed': 'access-closed',
  'folder-missing': 'folder-missing',
  hung: 'hung',
  dropped: 'dropped',
  'too-much': 'too-much',
  'keys-away': 'keys-away',
  'not-stored': 'not-stored',
} as const;

export type PostMailboxes201ReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostMailboxes201ReasonSaid = {
  code: string;
  params: PostMailboxes201ReasonSaidParams;
} | null;

export type PostMailboxes201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  host: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  port: number;
  security: PostMailboxes201Security;
  user: string;
  signsInBy: PostMailboxes201SignsInBy;
  folder: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  readBackDays: number;
  /** @nullable */
  trustedServer: string | null;
  alsoSales: boolean;
  enabled: boolean;
  state: PostMailboxes201State;
  problem: PostMailboxes201Problem;
  /** @nullable */
  reason: string | null;
  reasonSaid: PostMailboxes201ReasonSaid;
  failingSince: string | null;
  nextTryAt: string | null;
  readAt: string | null;
  lastMailAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  mails: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listings: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unproven: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  nothing: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  others: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PostMailboxesFoldersBodySecurity = typeof PostMailboxesFoldersBodySecurity[keyof typeof PostMailboxesFoldersBodySecurity];


export const PostMailboxesFoldersBodySecurity = {
  tls: 'tls',
  starttls: 'starttls',
  none: 'none',
} as const;

export type PostMailboxesFoldersBodyAccess = {
  kind: 'password';
  /**
     * @minLength 1
     * @maxLength 4000
     */
  password: string;
} | {
  kind: 'oauth';
  /**
     * @minLength 1
     * @maxLength 4000
     */
  clientId: string;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  clientSecret?: string;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  refreshToken: string;
  /** @maxLength 2000 */
  tokenUrl: string;
};

export type PostMailboxesFoldersBody = {
  /**
     * @maxLength 253
     * @pattern ^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|[\da-f:.]+)$
     */
  host: string;
  /**
     * @minimum 1
     * @maximum 65535
     */
  port?: number;
  security?: PostMailboxesFoldersBodySecurity;
  user: string;
  access: PostMailboxesFoldersBodyAccess;
};

export type PostMailboxesFolders200FoldersItem = {
  path: string;
  isInbox: boolean;
};

export type PostMailboxesFolders200 = {
  folders: PostMailboxesFolders200FoldersItem[];
};

export type PostMailboxesPreviewBodySecurity = typeof PostMailboxesPreviewBodySecurity[keyof typeof PostMailboxesPreviewBodySecurity];


export const PostMailboxesPreviewBodySecurity = {
  tls: 'tls',
  starttls: 'starttls',
  none: 'none',
} as const;

export type PostMailboxesPreviewBodyAccess = {
  kind: 'password';
  /**
     * @minLength 1
     * @maxLength 4000
     */
  password: string;
} | {
  kind: 'oauth';
  /**
     * @minLength 1
     * @maxLength 4000
     */
  clientId: string;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  clientSecret?: string;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  refreshToken: string;
  /** @maxLength 2000 */
  tokenUrl: string;
};

export type PostMailboxesPreviewBody = {
  /**
     * @maxLength 253
     * @pattern ^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|[\da-f:.]+)$
     */
  host: string;
  /**
     * @minimum 1
     * @maximum 65535
     */
  port?: number;
  security?: PostMailboxesPreviewBodySecurity;
  user: string;
  access: PostMailboxesPreviewBodyAccess;
  /**
     * @minLength 1
     * @maxLength 500
     */
  folder?: string;
  /** @nullable */
  trustedServer?: string | null;
  alsoSales?: boolean;
};

export type PostMailboxesPreview200ShownItemOutcome = typeof PostMailboxesPreview200ShownItemOutcome[keyof typeof PostMailboxesPreview200ShownItemOutcome];


export const PostMailboxesPreview200ShownItemOutcome = {
  taken: 'taken',
  sale: 'sale',
  nothing: 'nothing',
  unproven: 'unproven',
  'too-large': 'too-large',
  unreadable: 'unreadable',
  gone: 'gone',
} as const;

export type PostMailboxesPreview200ShownItemListingsItem = {
  title: string;
  url: string;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
};

export type PostMailboxesPreview200ShownItem = {
  sender: string;
  subject: string;
  sentAt: string | null;
  /** @nullable */
  marketplace: string | null;
  outcome: PostMailboxesPreview200ShownItemOutcome;
  listings: PostMailboxesPreview200ShownItemListingsItem[];
};

export type PostMailboxesPreview200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  mails: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  others: number;
  shown: PostMailboxesPreview200ShownItem[];
};

export type GetMailbox200Security = typeof GetMailbox200Security[keyof typeof GetMailbox200Security];


export const GetMailbox200Security = {
  tls: 'tls',
  starttls: 'starttls',
  none: 'none',
} as const;

export type GetMailbox200SignsInBy = typeof GetMailbox200SignsInBy[keyof typeof GetMailbox200SignsInBy];


export const GetMailbox200SignsInBy = {
  password: 'password',
  oauth: 'oauth',
} as const;

export type GetMailbox200State = typeof GetMailbox200State[keyof typeof GetMailbox200State];


export const GetMailbox200State = {
  off: 'off',
  waiting: 'waiting',
  reading: 'reading',
  listening: 'listening',
  failing: 'failing',
} as const;

export type GetMailbox200Problem = typeof GetMailbox200Problem[keyof typeof GetMailbox200Problem] | null;


export const GetMailbox200Problem = {
  'unknown-host': 'unknown-host',
  'private-host': 'private-host',
  'host-not-allowed': 'host-not-allowed',
  'plain-not-allowed': 'plain-not-allowed',
  unreachable: 'unreachable',
  'not-trusted': 'not-trusted',
  'not-imap': 'not-imap',
  'sign-in-refused': 'sign-in-refused',
  'token-refused': 'token-refused',
  'token-away': 'token-away',
  'access-closed': 'access-closed',
  'folder-missing': 'folder-missing',
  hung: 'hung',
  dropped: 'dropped',
  'too-much': 'too-much',
  'keys-away': 'keys-away',
  'not-stored': 'not-stored',
} as const;

export type GetMailbox200ReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetMailbox200ReasonSaid = {
  code: string;
  params: GetMailbox200ReasonSaidParams;
} | null;

export type GetMailbox200SendersItem = {
  sender: string;
  marketplace: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  mails: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listings: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unproven: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  nothing: number;
  drifts: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  lastMailAt: string;
  lastListingAt: string | null;
};

export type GetMailbox200LastMailsItemOutcome = typeof GetMailbox200LastMailsItemOutcome[keyof typeof GetMailbox200LastMailsItemOutcome];


export const GetMailbox200LastMailsItemOutcome = {
  taken: 'taken',
  sale: 'sale',
  nothing: 'nothing',
  unproven: 'unproven',
  'too-large': 'too-large',
  unreadable: 'unreadable',
  gone: 'gone',
} as const;

export type GetMailbox200LastMailsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  sender: string;
  subject: string;
  marketplace: string;
  sentAt: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  readAt: string;
  outcome: GetMailbox200LastMailsItemOutcome;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listings: number;
  /** @nullable */
  reason: string | null;
};

export type GetMailbox200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  host: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  port: number;
  security: GetMailbox200Security;
  user: string;
  signsInBy: GetMailbox200SignsInBy;
  folder: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  readBackDays: number;
  /** @nullable */
  trustedServer: string | null;
  alsoSales: boolean;
  enabled: boolean;
  state: GetMailbox200State;
  problem: GetMailbox200Problem;
  /** @nullable */
  reason: string | null;
  reasonSaid: GetMailbox200ReasonSaid;
  failingSince: string | null;
  nextTryAt: string | null;
  readAt: string | null;
  lastMailAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  mails: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listings: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unproven: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  nothing: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  others: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  senders: GetMailbox200SendersItem[];
  lastMails: GetMailbox200LastMailsItem[];
};

export type PatchMailboxBodySecurity = typeof PatchMailboxBodySecurity[keyof typeof PatchMailboxBodySecurity];


export const PatchMailboxBodySecurity = {
  tls: 'tls',
  starttls: 'starttls',
  none: 'none',
} as const;

export type PatchMailboxBodyAccess = {
  kind: 'password';
  /**
     * @minLength 1
     * @maxLength 4000
     */
  password: string;
} | {
  kind: 'oauth';
  /**
     * @minLength 1
     * @maxLength 4000
     */
  clientId: string;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  clientSecret?: string;
  /**
     * @minLength 1
     * @maxLength 4000
     */
  refreshToken: string;
  /** @maxLength 2000 */
  tokenUrl: string;
};

export type PatchMailboxBody = {
  name?: string;
  enabled?: boolean;
  /**
     * @minLength 1
     * @maxLength 500
     */
  folder?: string;
  /**
     * @minimum 0
     * @maximum 30
     */
  readBackDays?: number;
  /** @nullable */
  trustedServer?: string | null;
  alsoSales?: boolean;
  /**
     * @maxLength 253
     * @pattern ^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|[\da-f:.]+)$
     */
  host?: string;
  /**
     * @minimum 1
     * @maximum 65535
     */
  port?: number;
  security?: PatchMailboxBodySecurity;
  user?: string;
  access?: PatchMailboxBodyAccess;
};

export type PatchMailbox200Security = typeof PatchMailbox200Security[keyof typeof PatchMailbox200Security];


export const PatchMailbox200Security = {
  tls: 'tls',
  starttls: 'starttls',
  none: 'none',
} as const;

export type PatchMailbox200SignsInBy = typeof PatchMailbox200SignsInBy[keyof typeof PatchMailbox200SignsInBy];


export const PatchMailbox200SignsInBy = {
  password: 'password',
  oauth: 'oauth',
} as const;

export type PatchMailbox200State = typeof PatchMailbox200State[keyof typeof PatchMailbox200State];


export const PatchMailbox200State = {
  off: 'off',
  waiting: 'waiting',
  reading: 'reading',
  listening: 'listening',
  failing: 'failing',
} as const;

export type PatchMailbox200Problem = typeof PatchMailbox200Problem[keyof typeof PatchMailbox200Problem] | null;


export const PatchMailbox200Problem = {
  'unknown-host': 'unknown-host',
  'private-host': 'private-host',
  'host-not-allowed': 'host-not-allowed',
  'plain-not-allowed': 'plain-not-allowed',
  unreachable: 'unreachable',
  'not-trusted': 'not-trusted',
  'not-imap': 'not-imap',
  'sign-in-refused': 'sign-in-refused',
  'token-refused': 'token-refused',
  'token-away': 'token-away',
  'access-closed': 'access-closed',
  'folder-missing': 'folder-missing',
  hung: 'hung',
  dropped: 'dropped',
  'too-much': 'too-much',
  'keys-away': 'keys-away',
  'not-stored': 'not-stored',
} as const;

export type PatchMailbox200ReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PatchMailbox200ReasonSaid = {
  code: string;
  params: PatchMailbox200ReasonSaidParams;
} | null;

export type PatchMailbox200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  host: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  port: number;
  security: PatchMailbox200Security;
  user: string;
  signsInBy: PatchMailbox200SignsInBy;
  folder: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  readBackDays: number;
  /** @nullable */
  trustedServer: string | null;
  alsoSales: boolean;
  enabled: boolean;
  state: PatchMailbox200State;
  problem: PatchMailbox200Problem;
  /** @nullable */
  reason: string | null;
  reasonSaid: PatchMailbox200ReasonSaid;
  failingSince: string | null;
  nextTryAt: string | null;
  readAt: string | null;
  lastMailAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  mails: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listings: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sales: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unproven: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  nothing: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  others: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
};

export type PostRulesBulkBodyAction = typeof PostRulesBulkBodyAction[keyof typeof PostRulesBulkBodyAction];


export const PostRulesBulkBodyAction = {
  enable: 'enable',
  disable: 'disable',
  delete: 'delete',
  restore: 'restore',
} as const;

export type PostRulesBulkBody = {
  action: PostRulesBulkBodyAction;
  /**
     * @minItems 1
     * @maxItems 100
     * @items.maximum 9007199254740991
     * @items.exclusiveMinimum 0
     */
  ids: number[];
};

export type PostRulesBulk200ResultsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  done: boolean;
  /** @nullable */
  code: string | null;
  /** @nullable */
  detail: string | null;
};

export type PostRulesBulk200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  done: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  failed: number;
  results: PostRulesBulk200ResultsItem[];
};

export type PostMatchesDismissalsBodyMatchesItem = {
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  ruleId: number;
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  listingId: number;
};

export type PostMatchesDismissalsBodyReason = typeof PostMatchesDismissalsBodyReason[keyof typeof PostMatchesDismissalsBodyReason];


export const PostMatchesDismissalsBodyReason = {
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  seen: 'seen',
  other: 'other',
} as const;

export type PostMatchesDismissalsBody = {
  /**
     * @minItems 1
     * @maxItems 100
     */
  matches: PostMatchesDismissalsBodyMatchesItem[];
  reason: PostMatchesDismissalsBodyReason;
};

export type PostMatchesDismissals200ResultsItem = {
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  ruleId: number;
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  listingId: number;
  done: boolean;
  /** @nullable */
  code: string | null;
  /** @nullable */
  detail: string | null;
};

export type PostMatchesDismissals200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  done: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  failed: number;
  results: PostMatchesDismissals200ResultsItem[];
};

export type PostRuleDuplicate201Keywords = {
  all: string[];
  any: string[];
  none: string[];
};

export type PostRuleDuplicate201CategoriesItem = typeof PostRuleDuplicate201CategoriesItem[keyof typeof PostRuleDuplicate201CategoriesItem];


export const PostRuleDuplicate201CategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostRuleDuplicate201ConditionsItem = typeof PostRuleDuplicate201ConditionsItem[keyof typeof PostRuleDuplicate201ConditionsItem];


export const PostRuleDuplicate201ConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostRuleDuplicate201KindsItem = typeof PostRuleDuplicate201KindsItem[keyof typeof PostRuleDuplicate201KindsItem];


export const PostRuleDuplicate201KindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PostRuleDuplicate201PlacesItem = {
  place: string;
  label: string;
  radiusKm: number;
};

export type PostRuleDuplicate201Handover = typeof PostRuleDuplicate201Handover[keyof typeof PostRuleDuplicate201Handover];


export const PostRuleDuplicate201Handover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PostRuleDuplicate201Weights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword: number;
} | null;

export type PostRuleDuplicate201Rhythm = typeof PostRuleDuplicate201Rhythm[keyof typeof PostRuleDuplicate201Rhythm] | null;


export const PostRuleDuplicate201Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PostRuleDuplicate201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  keywords: PostRuleDuplicate201Keywords;
  /** @nullable */
  query: string | null;
  categories: PostRuleDuplicate201CategoriesItem[];
  conditions: PostRuleDuplicate201ConditionsItem[];
  kinds: PostRuleDuplicate201KindsItem[];
  priceCentsMin: number | null;
  priceCentsMax: number | null;
  landedCentsMax: number | null;
  currency: string;
  otherCurrencies: boolean;
  places: PostRuleDuplicate201PlacesItem[];
  handover: PostRuleDuplicate201Handover;
  scoreMin: number | null;
  discountPctMin: number | null;
  confidencePctMin: number | null;
  riskMax: number | null;
  profitCentsMin: number | null;
  sellersOnly: string[];
  sellersNot: string[];
  weights: PostRuleDuplicate201Weights;
  marketplaces: string[];
  channels: string[];
  fallbackChannels: string[];
  rhythm: PostRuleDuplicate201Rhythm;
  cooldownMinutes: number | null;
  onlyNew: boolean;
  dropCentsMin: number | null;
  dropPctMin: number | null;
  expiresAt: string | null;
  snoozedUntil: string | null;
  enabled: boolean;
  demo: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  revision: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetRulesDeleted200ItemsItemKeywords = {
  all: string[];
  any: string[];
  none: string[];
};

export type GetRulesDeleted200ItemsItemCategoriesItem = typeof GetRulesDeleted200ItemsItemCategoriesItem[keyof typeof GetRulesDeleted200ItemsItemCategoriesItem];


export const GetRulesDeleted200ItemsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetRulesDeleted200ItemsItemConditionsItem = typeof GetRulesDeleted200ItemsItemConditionsItem[keyof typeof GetRulesDeleted200ItemsItemConditionsItem];


export const GetRulesDeleted200ItemsItemConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetRulesDeleted200ItemsItemKindsItem = typeof GetRulesDeleted200ItemsItemKindsItem[keyof typeof GetRulesDeleted200ItemsItemKindsItem];


export const GetRulesDeleted200ItemsItemKindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type GetRulesDeleted200ItemsItemPlacesItem = {
  place: string;
  label: string;
  radiusKm: number;
};

export type GetRulesDeleted200ItemsItemHandover = typeof GetRulesDeleted200ItemsItemHandover[keyof typeof GetRulesDeleted200ItemsItemHandover];


export const GetRulesDeleted200ItemsItemHandover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type GetRulesDeleted200ItemsItemWeights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword: number;
} | null;

export type GetRulesDeleted200ItemsItemRhythm = typeof GetRulesDeleted200ItemsItemRhythm[keyof typeof GetRulesDeleted200ItemsItemRhythm] | null;


export const GetRulesDeleted200ItemsItemRhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type GetRulesDeleted200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  keywords: GetRulesDeleted200ItemsItemKeywords;
  /** @nullable */
  query: string | null;
  categories: GetRulesDeleted200ItemsItemCategoriesItem[];
  conditions: GetRulesDeleted200ItemsItemConditionsItem[];
  kinds: GetRulesDeleted200ItemsItemKindsItem[];
  priceCentsMin: number | null;
  priceCentsMax: number | null;
  landedCentsMax: number | null;
  currency: string;
  otherCurrencies: boolean;
  places: GetRulesDeleted200ItemsItemPlacesItem[];
  handover: GetRulesDeleted200ItemsItemHandover;
  scoreMin: number | null;
  discountPctMin: number | null;
  confidencePctMin: number | null;
  riskMax: number | null;
  profitCentsMin: number | null;
  sellersOnly: string[];
  sellersNot: string[];
  weights: GetRulesDeleted200ItemsItemWeights;
  marketplaces: string[];
  channels: string[];
  fallbackChannels: string[];
  rhythm: GetRulesDeleted200ItemsItemRhythm;
  cooldownMinutes: number | null;
  onlyNew: boolean;
  dropCentsMin: number | null;
  dropPctMin: number | null;
  expiresAt: string | null;
  snoozedUntil: string | null;
  enabled: boolean;
  demo: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  revision: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  deletedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  restorableUntil: string;
};

export type GetRulesDeleted200 = {
  items: GetRulesDeleted200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostRuleRestore200Keywords = {
  all: string[];
  any: string[];
  none: string[];
};

export type PostRuleRestore200CategoriesItem = typeof PostRuleRestore200CategoriesItem[keyof typeof PostRuleRestore200CategoriesItem];


export const PostRuleRestore200CategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostRuleRestore200ConditionsItem = typeof PostRuleRestore200ConditionsItem[keyof typeof PostRuleRestore200ConditionsItem];


export const PostRuleRestore200ConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostRuleRestore200KindsItem = typeof PostRuleRestore200KindsItem[keyof typeof PostRuleRestore200KindsItem];


export const PostRuleRestore200KindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PostRuleRestore200PlacesItem = {
  place: string;
  label: string;
  radiusKm: number;
};

export type PostRuleRestore200Handover = typeof PostRuleRestore200Handover[keyof typeof PostRuleRestore200Handover];


export const PostRuleRestore200Handover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PostRuleRestore200Weights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword: number;
} | null;

export type PostRuleRestore200Rhythm = typeof PostRuleRestore200Rhythm[keyof typeof PostRuleRestore200Rhythm] | null;


export const PostRuleRestore200Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PostRuleRestore200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  keywords: PostRuleRestore200Keywords;
  /** @nullable */
  query: string | null;
  categories: PostRuleRestore200CategoriesItem[];
  conditions: PostRuleRestore200ConditionsItem[];
  kinds: PostRuleRestore200KindsItem[];
  priceCentsMin: number | null;
  priceCentsMax: number | null;
  landedCentsMax: number | null;
  currency: string;
  otherCurrencies: boolean;
  places: PostRuleRestore200PlacesItem[];
  handover: PostRuleRestore200Handover;
  scoreMin: number | null;
  discountPctMin: number | null;
  confidencePctMin: number | null;
  riskMax: number | null;
  profitCentsMin: number | null;
  sellersOnly: string[];
  sellersNot: string[];
  weights: PostRuleRestore200Weights;
  marketplaces: string[];
  channels: string[];
  fallbackChannels: string[];
  rhythm: PostRuleRestore200Rhythm;
  cooldownMinutes: number | null;
  onlyNew: boolean;
  dropCentsMin: number | null;
  dropPctMin: number | null;
  expiresAt: string | null;
  snoozedUntil: string | null;
  enabled: boolean;
  demo: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  revision: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PostRulesPreviewParams = {
/**
 * @minimum 1
 * @maximum 30
 */
days?: number;
/**
 * @maxLength 100
 */
timeZone?: string;
};

export type PostRulesPreviewBodyKeywords = {
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  all?: string[];
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  any?: string[];
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  none?: string[];
};

export type PostRulesPreviewBodyCategoriesItem = typeof PostRulesPreviewBodyCategoriesItem[keyof typeof PostRulesPreviewBodyCategoriesItem];


export const PostRulesPreviewBodyCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostRulesPreviewBodyConditionsItem = typeof PostRulesPreviewBodyConditionsItem[keyof typeof PostRulesPreviewBodyConditionsItem];


export const PostRulesPreviewBodyConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostRulesPreviewBodyKindsItem = typeof PostRulesPreviewBodyKindsItem[keyof typeof PostRulesPreviewBodyKindsItem];


export const PostRulesPreviewBodyKindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PostRulesPreviewBodyPlacesItem = {
  /**
     * @minLength 1
     * @maxLength 200
     */
  place: string;
  radiusKm?: number | null;
};

export type PostRulesPreviewBodyHandover = typeof PostRulesPreviewBodyHandover[keyof typeof PostRulesPreviewBodyHandover];


export const PostRulesPreviewBodyHandover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PostRulesPreviewBodyWeights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword?: number;
} | null;

export type PostRulesPreviewBodyRhythm = typeof PostRulesPreviewBodyRhythm[keyof typeof PostRulesPreviewBodyRhythm] | null;


export const PostRulesPreviewBodyRhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PostRulesPreviewBody = {
  name: string;
  keywords?: PostRulesPreviewBodyKeywords;
  query?: string | null;
  /** @maxItems 50 */
  categories?: PostRulesPreviewBodyCategoriesItem[];
  /** @maxItems 10 */
  conditions?: PostRulesPreviewBodyConditionsItem[];
  /** @maxItems 13 */
  kinds?: PostRulesPreviewBodyKindsItem[];
  priceCentsMin?: number | null;
  priceCentsMax?: number | null;
  landedCentsMax?: number | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  otherCurrencies?: boolean;
  /** @maxItems 20 */
  places?: PostRulesPreviewBodyPlacesItem[];
  place?: string | null;
  radiusKm?: number | null;
  handover?: PostRulesPreviewBodyHandover;
  scoreMin?: number | null;
  discountPctMin?: number | null;
  confidencePctMin?: number | null;
  riskMax?: number | null;
  profitCentsMin?: number | null;
  /**
     * @maxItems 200
     * @items.minLength 1
     * @items.maxLength 200
     */
  sellersOnly?: string[];
  /**
     * @maxItems 200
     * @items.minLength 1
     * @items.maxLength 200
     */
  sellersNot?: string[];
  weights?: PostRulesPreviewBodyWeights;
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 100
     */
  marketplaces?: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  channels?: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  fallbackChannels?: string[];
  rhythm?: PostRulesPreviewBodyRhythm;
  cooldownMinutes?: number | null;
  onlyNew?: boolean;
  dropCentsMin?: number | null;
  dropPctMin?: number | null;
  expiresAt?: string | null;
  snoozedUntil?: string | null;
  enabled?: boolean;
};

export type PostRulesPreview200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  url: string;
  /** @nullable */
  priceCents: number | null;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  demo: boolean;
};

export type PostRulesPreview200BacktestItemsItemKind = typeof PostRulesPreview200BacktestItemsItemKind[keyof typeof PostRulesPreview200BacktestItemsItemKind];


export const PostRulesPreview200BacktestItemsItemKind = {
  new: 'new',
  drop: 'drop',
} as const;

export type PostRulesPreview200BacktestItemsItemStateNow = typeof PostRulesPreview200BacktestItemsItemStateNow[keyof typeof PostRulesPreview200BacktestItemsItemStateNow];


export const PostRulesPreview200BacktestItemsItemStateNow = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type PostRulesPreview200BacktestItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  kind: PostRulesPreview200BacktestItemsItemKind;
  title: string;
  url: string;
  /** @nullable */
  priceCents: number | null;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  stateNow: PostRulesPreview200BacktestItemsItemStateNow;
  clusterId: number | null;
  demo: boolean;
};

export type PostRulesPreview200BacktestPerDayItem = {
  date: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
};

export type PostRulesPreview200BacktestForecast = {
  perDay: number;
  perDayMax: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  low: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  high: number;
  basis: string;
} | null;

export type PostRulesPreview200BacktestParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostRulesPreview200Backtest = {
  days: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  notified: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unknown: number;
  items: PostRulesPreview200BacktestItemsItem[];
  perDay: PostRulesPreview200BacktestPerDayItem[];
  forecast: PostRulesPreview200BacktestForecast;
  sentence: string;
  code: string;
  params: PostRulesPreview200BacktestParams;
  warnings: string[];
};

export type PostRulesPreview200ReachItemNotAsked = typeof PostRulesPreview200ReachItemNotAsked[keyof typeof PostRulesPreview200ReachItemNotAsked] | null;


export const PostRulesPreview200ReachItemNotAsked = {
  unconnected: 'unconnected',
  off: 'off',
  impossible: 'impossible',
} as const;

export type PostRulesPreview200ReachItem = {
  marketplace: string;
  name: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sources: number;
  notAsked: PostRulesPreview200ReachItemNotAsked;
  /** @nullable */
  why: string | null;
  byMail: boolean;
  byCapture: boolean;
};

export type PostRulesPreview200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lookedAt: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  matches: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unknown: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unstated: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  undescribed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lastWeek: number;
  items: PostRulesPreview200ItemsItem[];
  backtest: PostRulesPreview200Backtest;
  reach: PostRulesPreview200ReachItem[];
};

export type PostRulesPreviewMatchesBodyKeywords = {
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  all?: string[];
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  any?: string[];
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  none?: string[];
};

export type PostRulesPreviewMatchesBodyCategoriesItem = typeof PostRulesPreviewMatchesBodyCategoriesItem[keyof typeof PostRulesPreviewMatchesBodyCategoriesItem];


export const PostRulesPreviewMatchesBodyCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostRulesPreviewMatchesBodyConditionsItem = typeof PostRulesPreviewMatchesBodyConditionsItem[keyof typeof PostRulesPreviewMatchesBodyConditionsItem];


export const PostRulesPreviewMatchesBodyConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostRulesPreviewMatchesBodyKindsItem = typeof PostRulesPreviewMatchesBodyKindsItem[keyof typeof PostRulesPreviewMatchesBodyKindsItem];


export const PostRulesPreviewMatchesBodyKindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PostRulesPreviewMatchesBodyPlacesItem = {
  /**
     * @minLength 1
     * @maxLength 200
     */
  place: string;
  radiusKm?: number | null;
};

export type PostRulesPreviewMatchesBodyHandover = typeof PostRulesPreviewMatchesBodyHandover[keyof typeof PostRulesPreviewMatchesBodyHandover];


export const PostRulesPreviewMatchesBodyHandover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PostRulesPreviewMatchesBodyWeights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword?: number;
} | null;

export type PostRulesPreviewMatchesBodyRhythm = typeof PostRulesPreviewMatchesBodyRhythm[keyof typeof PostRulesPreviewMatchesBodyRhythm] | null;


export const PostRulesPreviewMatchesBodyRhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PostRulesPreviewMatchesBody = {
  name: string;
  keywords?: PostRulesPreviewMatchesBodyKeywords;
  query?: string | null;
  /** @maxItems 50 */
  categories?: PostRulesPreviewMatchesBodyCategoriesItem[];
  /** @maxItems 10 */
  conditions?: PostRulesPreviewMatchesBodyConditionsItem[];
  /** @maxItems 13 */
  kinds?: PostRulesPreviewMatchesBodyKindsItem[];
  priceCentsMin?: number | null;
  priceCentsMax?: number | null;
  landedCentsMax?: number | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  otherCurrencies?: boolean;
  /** @maxItems 20 */
  places?: PostRulesPreviewMatchesBodyPlacesItem[];
  place?: string | null;
  radiusKm?: number | null;
  handover?: PostRulesPreviewMatchesBodyHandover;
  scoreMin?: number | null;
  discountPctMin?: number | null;
  confidencePctMin?: number | null;
  riskMax?: number | null;
  profitCentsMin?: number | null;
  /**
     * @maxItems 200
     * @items.minLength 1
     * @items.maxLength 200
     */
  sellersOnly?: string[];
  /**
     * @maxItems 200
     * @items.minLength 1
     * @items.maxLength 200
     */
  sellersNot?: string[];
  weights?: PostRulesPreviewMatchesBodyWeights;
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 100
     */
  marketplaces?: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  channels?: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  fallbackChannels?: string[];
  rhythm?: PostRulesPreviewMatchesBodyRhythm;
  cooldownMinutes?: number | null;
  onlyNew?: boolean;
  dropCentsMin?: number | null;
  dropPctMin?: number | null;
  expiresAt?: string | null;
  snoozedUntil?: string | null;
  enabled?: boolean;
};

export type PostRulesPreviewMatches200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  url: string;
  /** @nullable */
  priceCents: number | null;
  currency: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  firstSeenAt: string;
};

export type PostRulesPreviewMatches200 = {
  items: PostRulesPreviewMatches200ItemsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lookedAtCount: number;
  isPartial: boolean;
};

export type GetRulesParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
};

export type GetRules200ItemsItemKeywords = {
  all: string[];
  any: string[];
  none: string[];
};

export type GetRules200ItemsItemCategoriesItem = typeof GetRules200ItemsItemCategoriesItem[keyof typeof GetRules200ItemsItemCategoriesItem];


export const GetRules200ItemsItemCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetRules200ItemsItemConditionsItem = typeof GetRules200ItemsItemConditionsItem[keyof typeof GetRules200ItemsItemConditionsItem];


export const GetRules200ItemsItemConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetRules200ItemsItemKindsItem = typeof GetRules200ItemsItemKindsItem[keyof typeof GetRules200ItemsItemKindsItem];


export const GetRules200ItemsItemKindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type GetRules200ItemsItemPlacesItem = {
  place: string;
  label: string;
  radiusKm: number;
};

export type GetRules200ItemsItemHandover = typeof GetRules200ItemsItemHandover[keyof typeof GetRules200ItemsItemHandover];


export const GetRules200ItemsItemHandover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type GetRules200ItemsItemWeights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword: number;
} | null;

export type GetRules200ItemsItemRhythm = typeof GetRules200ItemsItemRhythm[keyof typeof GetRules200ItemsItemRhythm] | null;


export const GetRules200ItemsItemRhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type GetRules200ItemsItemStatsDaysItem = {
  date: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  matches: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  messages: number;
};

export type GetRules200ItemsItemStats = {
  days: GetRules200ItemsItemStatsDaysItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  matches: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  messages: number;
  dismissedPct: number | null;
  lastMatchAt: string | null;
  nextScanAt: string | null;
};

export type GetRules200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  keywords: GetRules200ItemsItemKeywords;
  /** @nullable */
  query: string | null;
  categories: GetRules200ItemsItemCategoriesItem[];
  conditions: GetRules200ItemsItemConditionsItem[];
  kinds: GetRules200ItemsItemKindsItem[];
  priceCentsMin: number | null;
  priceCentsMax: number | null;
  landedCentsMax: number | null;
  currency: string;
  otherCurrencies: boolean;
  places: GetRules200ItemsItemPlacesItem[];
  handover: GetRules200ItemsItemHandover;
  scoreMin: number | null;
  discountPctMin: number | null;
  confidencePctMin: number | null;
  riskMax: number | null;
  profitCentsMin: number | null;
  sellersOnly: string[];
  sellersNot: string[];
  weights: GetRules200ItemsItemWeights;
  marketplaces: string[];
  channels: string[];
  fallbackChannels: string[];
  rhythm: GetRules200ItemsItemRhythm;
  cooldownMinutes: number | null;
  onlyNew: boolean;
  dropCentsMin: number | null;
  dropPctMin: number | null;
  expiresAt: string | null;
  snoozedUntil: string | null;
  enabled: boolean;
  demo: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  revision: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
  stats: GetRules200ItemsItemStats;
};

export type GetRules200 = {
  items: GetRules200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostRulesBodyKeywords = {
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  all?: string[];
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  any?: string[];
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  none?: string[];
};

export type PostRulesBodyCategoriesItem = typeof PostRulesBodyCategoriesItem[keyof typeof PostRulesBodyCategoriesItem];


export const PostRulesBodyCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostRulesBodyConditionsItem = typeof PostRulesBodyConditionsItem[keyof typeof PostRulesBodyConditionsItem];


export const PostRulesBodyConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostRulesBodyKindsItem = typeof PostRulesBodyKindsItem[keyof typeof PostRulesBodyKindsItem];


export const PostRulesBodyKindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PostRulesBodyPlacesItem = {
  /**
     * @minLength 1
     * @maxLength 200
     */
  place: string;
  radiusKm?: number | null;
};

export type PostRulesBodyHandover = typeof PostRulesBodyHandover[keyof typeof PostRulesBodyHandover];


export const PostRulesBodyHandover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PostRulesBodyWeights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword?: number;
} | null;

export type PostRulesBodyRhythm = typeof PostRulesBodyRhythm[keyof typeof PostRulesBodyRhythm] | null;


export const PostRulesBodyRhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PostRulesBody = {
  name: string;
  keywords?: PostRulesBodyKeywords;
  query?: string | null;
  /** @maxItems 50 */
  categories?: PostRulesBodyCategoriesItem[];
  /** @maxItems 10 */
  conditions?: PostRulesBodyConditionsItem[];
  /** @maxItems 13 */
  kinds?: PostRulesBodyKindsItem[];
  priceCentsMin?: number | null;
  priceCentsMax?: number | null;
  landedCentsMax?: number | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  otherCurrencies?: boolean;
  /** @maxItems 20 */
  places?: PostRulesBodyPlacesItem[];
  place?: string | null;
  radiusKm?: number | null;
  handover?: PostRulesBodyHandover;
  scoreMin?: number | null;
  discountPctMin?: number | null;
  confidencePctMin?: number | null;
  riskMax?: number | null;
  profitCentsMin?: number | null;
  /**
     * @maxItems 200
     * @items.minLength 1
     * @items.maxLength 200
     */
  sellersOnly?: string[];
  /**
     * @maxItems 200
     * @items.minLength 1
     * @items.maxLength 200
     */
  sellersNot?: string[];
  weights?: PostRulesBodyWeights;
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 100
     */
  marketplaces?: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  channels?: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  fallbackChannels?: string[];
  rhythm?: PostRulesBodyRhythm;
  cooldownMinutes?: number | null;
  onlyNew?: boolean;
  dropCentsMin?: number | null;
  dropPctMin?: number | null;
  expiresAt?: string | null;
  snoozedUntil?: string | null;
  enabled?: boolean;
};

export type PostRules201Keywords = {
  all: string[];
  any: string[];
  none: string[];
};

export type PostRules201CategoriesItem = typeof PostRules201CategoriesItem[keyof typeof PostRules201CategoriesItem];


export const PostRules201CategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PostRules201ConditionsItem = typeof PostRules201ConditionsItem[keyof typeof PostRules201ConditionsItem];


export const PostRules201ConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PostRules201KindsItem = typeof PostRules201KindsItem[keyof typeof PostRules201KindsItem];


export const PostRules201KindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PostRules201PlacesItem = {
  place: string;
  label: string;
  radiusKm: number;
};

export type PostRules201Handover = typeof PostRules201Handover[keyof typeof PostRules201Handover];


export const PostRules201Handover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PostRules201Weights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword: number;
} | null;

export type PostRules201Rhythm = typeof PostRules201Rhythm[keyof typeof PostRules201Rhythm] | null;


export const PostRules201Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PostRules201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  keywords: PostRules201Keywords;
  /** @nullable */
  query: string | null;
  categories: PostRules201CategoriesItem[];
  conditions: PostRules201ConditionsItem[];
  kinds: PostRules201KindsItem[];
  priceCentsMin: number | null;
  priceCentsMax: number | null;
  landedCentsMax: number | null;
  currency: string;
  otherCurrencies: boolean;
  places: PostRules201PlacesItem[];
  handover: PostRules201Handover;
  scoreMin: number | null;
  discountPctMin: number | null;
  confidencePctMin: number | null;
  riskMax: number | null;
  profitCentsMin: number | null;
  sellersOnly: string[];
  sellersNot: string[];
  weights: PostRules201Weights;
  marketplaces: string[];
  channels: string[];
  fallbackChannels: string[];
  rhythm: PostRules201Rhythm;
  cooldownMinutes: number | null;
  onlyNew: boolean;
  dropCentsMin: number | null;
  dropPctMin: number | null;
  expiresAt: string | null;
  snoozedUntil: string | null;
  enabled: boolean;
  demo: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  revision: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PostRulesImportBodyFormat = typeof PostRulesImportBodyFormat[keyof typeof PostRulesImportBodyFormat];


export const PostRulesImportBodyFormat = {
  'deal-scout': 'deal-scout',
  'ai-marketplace-monitor': 'ai-marketplace-monitor',
  changedetection: 'changedetection',
  distill: 'distill',
  fredy: 'fredy',
  csv: 'csv',
} as const;

export type PostRulesImportBody = {
  /**
     * @minLength 1
     * @maxLength 5242880
     */
  text: string;
  format?: PostRulesImportBodyFormat;
  dryRun?: boolean;
  everything?: boolean;
};

export type PostRulesImport200Format = typeof PostRulesImport200Format[keyof typeof PostRulesImport200Format];


export const PostRulesImport200Format = {
  'deal-scout': 'deal-scout',
  'ai-marketplace-monitor': 'ai-marketplace-monitor',
  changedetection: 'changedetection',
  distill: 'distill',
  fredy: 'fredy',
  csv: 'csv',
} as const;

export type PostRulesImport200RulesItemProblems = {[key: string]: string};

export type PostRulesImport200RulesItem = {
  where: string;
  name: string;
  /** @nullable */
  wants: string | null;
  notes: string[];
  problems: PostRulesImport200RulesItemProblems;
  id: number | null;
};

export type PostRulesImport200 = {
  format: PostRulesImport200Format;
  rules: PostRulesImport200RulesItem[];
  notes: string[];
};

export type PostRulesImport201Format = typeof PostRulesImport201Format[keyof typeof PostRulesImport201Format];


export const PostRulesImport201Format = {
  'deal-scout': 'deal-scout',
  'ai-marketplace-monitor': 'ai-marketplace-monitor',
  changedetection: 'changedetection',
  distill: 'distill',
  fredy: 'fredy',
  csv: 'csv',
} as const;

export type PostRulesImport201RulesItemProblems = {[key: string]: string};

export type PostRulesImport201RulesItem = {
  where: string;
  name: string;
  /** @nullable */
  wants: string | null;
  notes: string[];
  problems: PostRulesImport201RulesItemProblems;
  id: number | null;
};

export type PostRulesImport201 = {
  format: PostRulesImport201Format;
  rules: PostRulesImport201RulesItem[];
  notes: string[];
};

export type GetRule200Keywords = {
  all: string[];
  any: string[];
  none: string[];
};

export type GetRule200CategoriesItem = typeof GetRule200CategoriesItem[keyof typeof GetRule200CategoriesItem];


export const GetRule200CategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type GetRule200ConditionsItem = typeof GetRule200ConditionsItem[keyof typeof GetRule200ConditionsItem];


export const GetRule200ConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type GetRule200KindsItem = typeof GetRule200KindsItem[keyof typeof GetRule200KindsItem];


export const GetRule200KindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type GetRule200PlacesItem = {
  place: string;
  label: string;
  radiusKm: number;
};

export type GetRule200Handover = typeof GetRule200Handover[keyof typeof GetRule200Handover];


export const GetRule200Handover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type GetRule200Weights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword: number;
} | null;

export type GetRule200Rhythm = typeof GetRule200Rhythm[keyof typeof GetRule200Rhythm] | null;


export const GetRule200Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type GetRule200StatsDaysItem = {
  date: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  matches: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  messages: number;
};

export type GetRule200Stats = {
  days: GetRule200StatsDaysItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  matches: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  messages: number;
  dismissedPct: number | null;
  lastMatchAt: string | null;
  nextScanAt: string | null;
};

export type GetRule200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  keywords: GetRule200Keywords;
  /** @nullable */
  query: string | null;
  categories: GetRule200CategoriesItem[];
  conditions: GetRule200ConditionsItem[];
  kinds: GetRule200KindsItem[];
  priceCentsMin: number | null;
  priceCentsMax: number | null;
  landedCentsMax: number | null;
  currency: string;
  otherCurrencies: boolean;
  places: GetRule200PlacesItem[];
  handover: GetRule200Handover;
  scoreMin: number | null;
  discountPctMin: number | null;
  confidencePctMin: number | null;
  riskMax: number | null;
  profitCentsMin: number | null;
  sellersOnly: string[];
  sellersNot: string[];
  weights: GetRule200Weights;
  marketplaces: string[];
  channels: string[];
  fallbackChannels: string[];
  rhythm: GetRule200Rhythm;
  cooldownMinutes: number | null;
  onlyNew: boolean;
  dropCentsMin: number | null;
  dropPctMin: number | null;
  expiresAt: string | null;
  snoozedUntil: string | null;
  enabled: boolean;
  demo: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  revision: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
  stats: GetRule200Stats;
};

export type PutRuleParams = {
/**
 * The `revision` that was read: where it is another by now, nothing is changed (409 `rule-changed`).
 * @minimum 1
 * @maximum 9007199254740991
 */
ifRevision?: number;
};

export type PutRuleBodyKeywords = {
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  all?: string[];
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  any?: string[];
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  none?: string[];
};

export type PutRuleBodyCategoriesItem = typeof PutRuleBodyCategoriesItem[keyof typeof PutRuleBodyCategoriesItem];


export const PutRuleBodyCategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PutRuleBodyConditionsItem = typeof PutRuleBodyConditionsItem[keyof typeof PutRuleBodyConditionsItem];


export const PutRuleBodyConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PutRuleBodyKindsItem = typeof PutRuleBodyKindsItem[keyof typeof PutRuleBodyKindsItem];


export const PutRuleBodyKindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PutRuleBodyPlacesItem = {
  /**
     * @minLength 1
     * @maxLength 200
     */
  place: string;
  radiusKm?: number | null;
};

export type PutRuleBodyHandover = typeof PutRuleBodyHandover[keyof typeof PutRuleBodyHandover];


export const PutRuleBodyHandover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PutRuleBodyWeights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos?: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword?: number;
} | null;

export type PutRuleBodyRhythm = typeof PutRuleBodyRhythm[keyof typeof PutRuleBodyRhythm] | null;


export const PutRuleBodyRhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PutRuleBody = {
  name: string;
  keywords?: PutRuleBodyKeywords;
  query?: string | null;
  /** @maxItems 50 */
  categories?: PutRuleBodyCategoriesItem[];
  /** @maxItems 10 */
  conditions?: PutRuleBodyConditionsItem[];
  /** @maxItems 13 */
  kinds?: PutRuleBodyKindsItem[];
  priceCentsMin?: number | null;
  priceCentsMax?: number | null;
  landedCentsMax?: number | null;
  /** @pattern ^[A-Z]{3}$ */
  currency?: string;
  otherCurrencies?: boolean;
  /** @maxItems 20 */
  places?: PutRuleBodyPlacesItem[];
  place?: string | null;
  radiusKm?: number | null;
  handover?: PutRuleBodyHandover;
  scoreMin?: number | null;
  discountPctMin?: number | null;
  confidencePctMin?: number | null;
  riskMax?: number | null;
  profitCentsMin?: number | null;
  /**
     * @maxItems 200
     * @items.minLength 1
     * @items.maxLength 200
     */
  sellersOnly?: string[];
  /**
     * @maxItems 200
     * @items.minLength 1
     * @items.maxLength 200
     */
  sellersNot?: string[];
  weights?: PutRuleBodyWeights;
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 100
     */
  marketplaces?: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  channels?: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 100
     */
  fallbackChannels?: string[];
  rhythm?: PutRuleBodyRhythm;
  cooldownMinutes?: number | null;
  onlyNew?: boolean;
  dropCentsMin?: number | null;
  dropPctMin?: number | null;
  expiresAt?: string | null;
  snoozedUntil?: string | null;
  enabled?: boolean;
};

export type PutRule200Keywords = {
  all: string[];
  any: string[];
  none: string[];
};

export type PutRule200CategoriesItem = typeof PutRule200CategoriesItem[keyof typeof PutRule200CategoriesItem];


export const PutRule200CategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PutRule200ConditionsItem = typeof PutRule200ConditionsItem[keyof typeof PutRule200ConditionsItem];


export const PutRule200ConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PutRule200KindsItem = typeof PutRule200KindsItem[keyof typeof PutRule200KindsItem];


export const PutRule200KindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PutRule200PlacesItem = {
  place: string;
  label: string;
  radiusKm: number;
};

export type PutRule200Handover = typeof PutRule200Handover[keyof typeof PutRule200Handover];


export const PutRule200Handover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PutRule200Weights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword: number;
} | null;

export type PutRule200Rhythm = typeof PutRule200Rhythm[keyof typeof PutRule200Rhythm] | null;


export const PutRule200Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PutRule200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  keywords: PutRule200Keywords;
  /** @nullable */
  query: string | null;
  categories: PutRule200CategoriesItem[];
  conditions: PutRule200ConditionsItem[];
  kinds: PutRule200KindsItem[];
  priceCentsMin: number | null;
  priceCentsMax: number | null;
  landedCentsMax: number | null;
  currency: string;
  otherCurrencies: boolean;
  places: PutRule200PlacesItem[];
  handover: PutRule200Handover;
  scoreMin: number | null;
  discountPctMin: number | null;
  confidencePctMin: number | null;
  riskMax: number | null;
  profitCentsMin: number | null;
  sellersOnly: string[];
  sellersNot: string[];
  weights: PutRule200Weights;
  marketplaces: string[];
  channels: string[];
  fallbackChannels: string[];
  rhythm: PutRule200Rhythm;
  cooldownMinutes: number | null;
  onlyNew: boolean;
  dropCentsMin: number | null;
  dropPctMin: number | null;
  expiresAt: string | null;
  snoozedUntil: string | null;
  enabled: boolean;
  demo: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  revision: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type PatchRuleParams = {
/**
 * The `revision` that was read: where it is another by now, nothing is changed (409 `rule-changed`).
 * @minimum 1
 * @maximum 9007199254740991
 */
ifRevision?: number;
};

export type PatchRuleBody = {[key: string]: unknown};

export type PatchRule200Keywords = {
  all: string[];
  any: string[];
  none: string[];
};

export type PatchRule200CategoriesItem = typeof PatchRule200CategoriesItem[keyof typeof PatchRule200CategoriesItem];


export const PatchRule200CategoriesItem = {
  phones: 'phones',
  computers: 'computers',
  tablets: 'tablets',
  cameras: 'cameras',
  audio: 'audio',
  'tv-video': 'tv-video',
  games: 'games',
  electronics: 'electronics',
  furniture: 'furniture',
  appliances: 'appliances',
  home: 'home',
  garden: 'garden',
  tools: 'tools',
  bikes: 'bikes',
  cars: 'cars',
  motorcycles: 'motorcycles',
  'vehicle-parts': 'vehicle-parts',
  'boats-rv': 'boats-rv',
  clothing: 'clothing',
  shoes: 'shoes',
  bags: 'bags',
  jewelry: 'jewelry',
  watches: 'watches',
  beauty: 'beauty',
  sports: 'sports',
  toys: 'toys',
  baby: 'baby',
  pets: 'pets',
  books: 'books',
  music: 'music',
  instruments: 'instruments',
  collectibles: 'collectibles',
  art: 'art',
  office: 'office',
  business: 'business',
  housing: 'housing',
  services: 'services',
  jobs: 'jobs',
  tickets: 'tickets',
  free: 'free',
  other: 'other',
} as const;

export type PatchRule200ConditionsItem = typeof PatchRule200ConditionsItem[keyof typeof PatchRule200ConditionsItem];


export const PatchRule200ConditionsItem = {
  new: 'new',
  'like-new': 'like-new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'poor',
  'for-parts': 'for-parts',
} as const;

export type PatchRule200KindsItem = typeof PatchRule200KindsItem[keyof typeof PatchRule200KindsItem];


export const PatchRule200KindsItem = {
  thing: 'thing',
  accessory: 'accessory',
  part: 'part',
  broken: 'broken',
  fake: 'fake',
  wanted: 'wanted',
  service: 'service',
  rental: 'rental',
  trade: 'trade',
  lot: 'lot',
  catalogue: 'catalogue',
  other: 'other',
  any: 'any',
} as const;

export type PatchRule200PlacesItem = {
  place: string;
  label: string;
  radiusKm: number;
};

export type PatchRule200Handover = typeof PatchRule200Handover[keyof typeof PatchRule200Handover];


export const PatchRule200Handover = {
  any: 'any',
  local: 'local',
  ships: 'ships',
} as const;

export type PatchRule200Weights = 'balanced' | 'bargain' | 'flipper' | 'collector' | {
  /**
     * @minimum 0
     * @maximum 100
     */
  price: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  profit: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  condition: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  recency: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  distance: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  photos: number;
  /**
     * @minimum 0
     * @maximum 100
     */
  keyword: number;
} | null;

export type PatchRule200Rhythm = typeof PatchRule200Rhythm[keyof typeof PatchRule200Rhythm] | null;


export const PatchRule200Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PatchRule200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
  keywords: PatchRule200Keywords;
  /** @nullable */
  query: string | null;
  categories: PatchRule200CategoriesItem[];
  conditions: PatchRule200ConditionsItem[];
  kinds: PatchRule200KindsItem[];
  priceCentsMin: number | null;
  priceCentsMax: number | null;
  landedCentsMax: number | null;
  currency: string;
  otherCurrencies: boolean;
  places: PatchRule200PlacesItem[];
  handover: PatchRule200Handover;
  scoreMin: number | null;
  discountPctMin: number | null;
  confidencePctMin: number | null;
  riskMax: number | null;
  profitCentsMin: number | null;
  sellersOnly: string[];
  sellersNot: string[];
  weights: PatchRule200Weights;
  marketplaces: string[];
  channels: string[];
  fallbackChannels: string[];
  rhythm: PatchRule200Rhythm;
  cooldownMinutes: number | null;
  onlyNew: boolean;
  dropCentsMin: number | null;
  dropPctMin: number | null;
  expiresAt: string | null;
  snoozedUntil: string | null;
  enabled: boolean;
  demo: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  revision: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  updatedAt: string;
};

export type GetRuleTraceParams = {
/**
 * @maxLength 100
 */
timeZone?: string;
};

export type GetRuleTrace200Verdict = typeof GetRuleTrace200Verdict[keyof typeof GetRuleTrace200Verdict];


export const GetRuleTrace200Verdict = {
  notified: 'notified',
  held: 'held',
  failed: 'failed',
  'not-notified': 'not-notified',
  'not-matched': 'not-matched',
} as const;

export type GetRuleTrace200FitsVerdict = typeof GetRuleTrace200FitsVerdict[keyof typeof GetRuleTrace200FitsVerdict];


export const GetRuleTrace200FitsVerdict = {
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
} as const;

export type GetRuleTrace200FitsConditionsItemOutcome = typeof GetRuleTrace200FitsConditionsItemOutcome[keyof typeof GetRuleTrace200FitsConditionsItemOutcome];


export const GetRuleTrace200FitsConditionsItemOutcome = {
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
} as const;

export type GetRuleTrace200FitsConditionsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetRuleTrace200FitsConditionsItem = {
  condition: string;
  outcome: GetRuleTrace200FitsConditionsItemOutcome;
  sentence: string;
  code: string;
  params: GetRuleTrace200FitsConditionsItemParams;
};

export type GetRuleTrace200Fits = {
  verdict: GetRuleTrace200FitsVerdict;
  conditions: GetRuleTrace200FitsConditionsItem[];
};

export type GetRuleTrace200MatchDismissReason = typeof GetRuleTrace200MatchDismissReason[keyof typeof GetRuleTrace200MatchDismissReason] | null;


export const GetRuleTrace200MatchDismissReason = {
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  seen: 'seen',
  other: 'other',
} as const;

export type GetRuleTrace200Match = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  /** @nullable */
  notifiedPriceCents: number | null;
  /** @nullable */
  notifiedCurrency: string | null;
  notificationId: number | null;
  dismissedAt: string | null;
  dismissReason: GetRuleTrace200MatchDismissReason;
} | null;

export type GetRuleTrace200MessagesItemDeliveriesItemState = typeof GetRuleTrace200MessagesItemDeliveriesItemState[keyof typeof GetRuleTrace200MessagesItemDeliveriesItemState];


export const GetRuleTrace200MessagesItemDeliveriesItemState = {
  held: 'held',
  pending: 'pending',
  leased: 'leased',
  retry: 'retry',
  sent: 'sent',
  bundled: 'bundled',
  failed: 'failed',
  dead: 'dead',
} as const;

export type GetRuleTrace200MessagesItemDeliveriesItemDigest = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type GetRuleTrace200MessagesItemDeliveriesItemAttemptsItemOutcome = typeof GetRuleTrace200MessagesItemDeliveriesItemAttemptsItemOutcome[keyof typeof GetRuleTrace200MessagesItemDeliveriesItemAttemptsItemOutcome];


export const GetRuleTrace200MessagesItemDeliveriesItemAttemptsItemOutcome = {
  sent: 'sent',
  retry: 'retry',
  failed: 'failed',
} as const;

export type GetRuleTrace200MessagesItemDeliveriesItemAttemptsItem = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: GetRuleTrace200MessagesItemDeliveriesItemAttemptsItemOutcome;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  providerRef: string | null;
  undecided: boolean;
};

export type GetRuleTrace200MessagesItemDeliveriesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  channel: string;
  channelName: string;
  state: GetRuleTrace200MessagesItemDeliveriesItemState;
  sentence: string;
  /** @nullable */
  holdReason: string | null;
  heldUntil: string | null;
  digest: GetRuleTrace200MessagesItemDeliveriesItemDigest;
  /** @nullable */
  fallbackOf: string | null;
  deliveredAt: string | null;
  /** @nullable */
  secondsAfterSeen: number | null;
  attempts: GetRuleTrace200MessagesItemDeliveriesItemAttemptsItem[];
};

export type GetRuleTrace200MessagesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  kind: string;
  title: string;
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  ruleIds: number[];
  ofThisRule: boolean;
  deliveries: GetRuleTrace200MessagesItemDeliveriesItem[];
};

export type GetRuleTrace200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ruleId: number;
  ruleName: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  verdict: GetRuleTrace200Verdict;
  headline: string;
  fits: GetRuleTrace200Fits;
  match: GetRuleTrace200Match;
  story: string[];
  messages: GetRuleTrace200MessagesItem[];
};

export type GetListingTracesParams = {
/**
 * @maxLength 100
 */
timeZone?: string;
};

export type GetListingTraces200ItemsItemVerdict = typeof GetListingTraces200ItemsItemVerdict[keyof typeof GetListingTraces200ItemsItemVerdict];


export const GetListingTraces200ItemsItemVerdict = {
  notified: 'notified',
  held: 'held',
  failed: 'failed',
  'not-notified': 'not-notified',
  'not-matched': 'not-matched',
} as const;

export type GetListingTraces200ItemsItemFitsVerdict = typeof GetListingTraces200ItemsItemFitsVerdict[keyof typeof GetListingTraces200ItemsItemFitsVerdict];


export const GetListingTraces200ItemsItemFitsVerdict = {
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
} as const;

export type GetListingTraces200ItemsItemFitsConditionsItemOutcome = typeof GetListingTraces200ItemsItemFitsConditionsItemOutcome[keyof typeof GetListingTraces200ItemsItemFitsConditionsItemOutcome];


export const GetListingTraces200ItemsItemFitsConditionsItemOutcome = {
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
} as const;

export type GetListingTraces200ItemsItemFitsConditionsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetListingTraces200ItemsItemFitsConditionsItem = {
  condition: string;
  outcome: GetListingTraces200ItemsItemFitsConditionsItemOutcome;
  sentence: string;
  code: string;
  params: GetListingTraces200ItemsItemFitsConditionsItemParams;
};

export type GetListingTraces200ItemsItemFits = {
  verdict: GetListingTraces200ItemsItemFitsVerdict;
  conditions: GetListingTraces200ItemsItemFitsConditionsItem[];
};

export type GetListingTraces200ItemsItemMatchDismissReason = typeof GetListingTraces200ItemsItemMatchDismissReason[keyof typeof GetListingTraces200ItemsItemMatchDismissReason] | null;


export const GetListingTraces200ItemsItemMatchDismissReason = {
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  seen: 'seen',
  other: 'other',
} as const;

export type GetListingTraces200ItemsItemMatch = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  /** @nullable */
  notifiedPriceCents: number | null;
  /** @nullable */
  notifiedCurrency: string | null;
  notificationId: number | null;
  dismissedAt: string | null;
  dismissReason: GetListingTraces200ItemsItemMatchDismissReason;
} | null;

export type GetListingTraces200ItemsItemMessagesItemDeliveriesItemState = typeof GetListingTraces200ItemsItemMessagesItemDeliveriesItemState[keyof typeof GetListingTraces200ItemsItemMessagesItemDeliveriesItemState];


export const GetListingTraces200ItemsItemMessagesItemDeliveriesItemState = {
  held: 'held',
  pending: 'pending',
  leased: 'leased',
  retry: 'retry',
  sent: 'sent',
  bundled: 'bundled',
  failed: 'failed',
  dead: 'dead',
} as const;

export type GetListingTraces200ItemsItemMessagesItemDeliveriesItemDigest = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type GetListingTraces200ItemsItemMessagesItemDeliveriesItemAttemptsItemOutcome = typeof GetListingTraces200ItemsItemMessagesItemDeliveriesItemAttemptsItemOutcome[keyof typeof GetListingTraces200ItemsItemMessagesItemDeliveriesItemAttemptsItemOutcome];


export const GetListingTraces200ItemsItemMessagesItemDeliveriesItemAttemptsItemOutcome = {
  sent: 'sent',
  retry: 'retry',
  failed: 'failed',
} as const;

export type GetListingTraces200ItemsItemMessagesItemDeliveriesItemAttemptsItem = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: GetListingTraces200ItemsItemMessagesItemDeliveriesItemAttemptsItemOutcome;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  providerRef: string | null;
  undecided: boolean;
};

export type GetListingTraces200ItemsItemMessagesItemDeliveriesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  channel: string;
  channelName: string;
  state: GetListingTraces200ItemsItemMessagesItemDeliveriesItemState;
  sentence: string;
  /** @nullable */
  holdReason: string | null;
  heldUntil: string | null;
  digest: GetListingTraces200ItemsItemMessagesItemDeliveriesItemDigest;
  /** @nullable */
  fallbackOf: string | null;
  deliveredAt: string | null;
  /** @nullable */
  secondsAfterSeen: number | null;
  attempts: GetListingTraces200ItemsItemMessagesItemDeliveriesItemAttemptsItem[];
};

export type GetListingTraces200ItemsItemMessagesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  kind: string;
  title: string;
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  ruleIds: number[];
  ofThisRule: boolean;
  deliveries: GetListingTraces200ItemsItemMessagesItemDeliveriesItem[];
};

export type GetListingTraces200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ruleId: number;
  ruleName: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  verdict: GetListingTraces200ItemsItemVerdict;
  headline: string;
  fits: GetListingTraces200ItemsItemFits;
  match: GetListingTraces200ItemsItemMatch;
  story: string[];
  messages: GetListingTraces200ItemsItemMessagesItem[];
};

export type GetListingTraces200 = {
  items: GetListingTraces200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetRuleMatchesParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
dismissed?: string;
};

export type GetRuleMatches200ItemsItemState = typeof GetRuleMatches200ItemsItemState[keyof typeof GetRuleMatches200ItemsItemState];


export const GetRuleMatches200ItemsItemState = {
  active: 'active',
  pending: 'pending',
  sold: 'sold',
  gone: 'gone',
} as const;

export type GetRuleMatches200ItemsItemDismissReason = typeof GetRuleMatches200ItemsItemDismissReason[keyof typeof GetRuleMatches200ItemsItemDismissReason] | null;


export const GetRuleMatches200ItemsItemDismissReason = {
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  seen: 'seen',
  other: 'other',
} as const;

export type GetRuleMatches200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  title: string;
  url: string;
  /** @nullable */
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  score: number;
  /** @nullable */
  notifiedPriceCents: number | null;
  /** @nullable */
  notifiedCurrency: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  matchedAt: string;
  notificationId: number | null;
  state: GetRuleMatches200ItemsItemState;
  dismissedAt: string | null;
  dismissReason: GetRuleMatches200ItemsItemDismissReason;
  demo: boolean;
};

export type GetRuleMatches200 = {
  items: GetRuleMatches200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostRuleMatchDismissBodyReason = typeof PostRuleMatchDismissBodyReason[keyof typeof PostRuleMatchDismissBodyReason];


export const PostRuleMatchDismissBodyReason = {
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  seen: 'seen',
  other: 'other',
} as const;

export type PostRuleMatchDismissBody = {
  reason: PostRuleMatchDismissBodyReason;
};

export type PostRuleMatchDismiss200Reason = typeof PostRuleMatchDismiss200Reason[keyof typeof PostRuleMatchDismiss200Reason];


export const PostRuleMatchDismiss200Reason = {
  'too-expensive': 'too-expensive',
  'too-far': 'too-far',
  'wrong-thing': 'wrong-thing',
  seen: 'seen',
  other: 'other',
} as const;

export type PostRuleMatchDismiss200SuggestionsItemPatch = {[key: string]: unknown};

export type PostRuleMatchDismiss200SuggestionsItemEffect = typeof PostRuleMatchDismiss200SuggestionsItemEffect[keyof typeof PostRuleMatchDismiss200SuggestionsItemEffect];


export const PostRuleMatchDismiss200SuggestionsItemEffect = {
  prevents: 'prevents',
  delays: 'delays',
} as const;

export type PostRuleMatchDismiss200SuggestionsItem = {
  patch: PostRuleMatchDismiss200SuggestionsItemPatch;
  sentence: string;
  effect: PostRuleMatchDismiss200SuggestionsItemEffect;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  alsoPrevents: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  of: number;
};

export type PostRuleMatchDismiss200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ruleId: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
  reason: PostRuleMatchDismiss200Reason;
  suggestions: PostRuleMatchDismiss200SuggestionsItem[];
  /** @nullable */
  note: string | null;
};

export type GetMarketplaces200ItemsItemTermsClass = typeof GetMarketplaces200ItemsItemTermsClass[keyof typeof GetMarketplaces200ItemsItemTermsClass];


export const GetMarketplaces200ItemsItemTermsClass = {
  'official-api': 'official-api',
  'open-feed': 'open-feed',
  'own-copy': 'own-copy',
  unofficial: 'unofficial',
} as const;

export type GetMarketplaces200ItemsItemTerms = {
  class: GetMarketplaces200ItemsItemTermsClass;
  url: string;
  summary: string;
  acceptOption?: string;
  noComps: boolean;
  noPhotos: boolean;
};

export type GetMarketplaces200ItemsItemAccepted = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  userId: number;
  name: string;
} | null;

export type GetMarketplaces200ItemsItemOthers = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sources: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  blind: number;
  lastOkAt: string | null;
};

export type GetMarketplaces200ItemsItemFiltersAll = typeof GetMarketplaces200ItemsItemFiltersAll[keyof typeof GetMarketplaces200ItemsItemFiltersAll];


export const GetMarketplaces200ItemsItemFiltersAll = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetMarketplaces200ItemsItemFiltersAny = typeof GetMarketplaces200ItemsItemFiltersAny[keyof typeof GetMarketplaces200ItemsItemFiltersAny];


export const GetMarketplaces200ItemsItemFiltersAny = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetMarketplaces200ItemsItemFiltersNone = typeof GetMarketplaces200ItemsItemFiltersNone[keyof typeof GetMarketplaces200ItemsItemFiltersNone];


export const GetMarketplaces200ItemsItemFiltersNone = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetMarketplaces200ItemsItemFiltersCategories = typeof GetMarketplaces200ItemsItemFiltersCategories[keyof typeof GetMarketplaces200ItemsItemFiltersCategories];


export const GetMarketplaces200ItemsItemFiltersCategories = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetMarketplaces200ItemsItemFiltersConditions = typeof GetMarketplaces200ItemsItemFiltersConditions[keyof typeof GetMarketplaces200ItemsItemFiltersConditions];


export const GetMarketplaces200ItemsItemFiltersConditions = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetMarketplaces200ItemsItemFiltersPrice = typeof GetMarketplaces200ItemsItemFiltersPrice[keyof typeof GetMarketplaces200ItemsItemFiltersPrice];


export const GetMarketplaces200ItemsItemFiltersPrice = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetMarketplaces200ItemsItemFiltersPlace = typeof GetMarketplaces200ItemsItemFiltersPlace[keyof typeof GetMarketplaces200ItemsItemFiltersPlace];


export const GetMarketplaces200ItemsItemFiltersPlace = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetMarketplaces200ItemsItemFilters = {
  all: GetMarketplaces200ItemsItemFiltersAll;
  any: GetMarketplaces200ItemsItemFiltersAny;
  none: GetMarketplaces200ItemsItemFiltersNone;
  categories: GetMarketplaces200ItemsItemFiltersCategories;
  conditions: GetMarketplaces200ItemsItemFiltersConditions;
  price: GetMarketplaces200ItemsItemFiltersPrice;
  place: GetMarketplaces200ItemsItemFiltersPlace;
};

export type GetMarketplaces200ItemsItemFieldsItemType = typeof GetMarketplaces200ItemsItemFieldsItemType[keyof typeof GetMarketplaces200ItemsItemFieldsItemType];


export const GetMarketplaces200ItemsItemFieldsItemType = {
  text: 'text',
  url: 'url',
  email: 'email',
  integer: 'integer',
  boolean: 'boolean',
  select: 'select',
} as const;

export type GetMarketplaces200ItemsItemFieldsItem = {
  name: string;
  label: string;
  type: GetMarketplaces200ItemsItemFieldsItemType;
  required?: boolean;
  secret?: boolean;
  target?: boolean;
  help?: string;
  placeholder?: string;
  group?: string;
  default?: string | number | boolean;
  readonly values?: readonly string[];
};

export type GetMarketplaces200ItemsItem = {
  id: string;
  name: string;
  homepage: string;
  terms: GetMarketplaces200ItemsItemTerms;
  allowed: boolean;
  accepted: GetMarketplaces200ItemsItemAccepted;
  /** @nullable */
  unavailable: string | null;
  others: GetMarketplaces200ItemsItemOthers;
  steps: string[];
  alertSteps: string[];
  unproven: boolean;
  filters: GetMarketplaces200ItemsItemFilters;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  setUpMinutes: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  intervalMsMin: number;
  fields: GetMarketplaces200ItemsItemFieldsItem[];
  capabilities: string[];
};

export type GetMarketplaces200 = {
  items: GetMarketplaces200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PutMarketplaceTermsBody = {
  accepted: boolean;
};

export type PutMarketplaceTerms200TermsClass = typeof PutMarketplaceTerms200TermsClass[keyof typeof PutMarketplaceTerms200TermsClass];


export const PutMarketplaceTerms200TermsClass = {
  'official-api': 'official-api',
  'open-feed': 'open-feed',
  'own-copy': 'own-copy',
  unofficial: 'unofficial',
} as const;

export type PutMarketplaceTerms200Terms = {
  class: PutMarketplaceTerms200TermsClass;
  url: string;
  summary: string;
  acceptOption?: string;
  noComps: boolean;
  noPhotos: boolean;
};

export type PutMarketplaceTerms200Accepted = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  userId: number;
  name: string;
} | null;

export type PutMarketplaceTerms200Others = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sources: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  blind: number;
  lastOkAt: string | null;
};

export type PutMarketplaceTerms200FiltersAll = typeof PutMarketplaceTerms200FiltersAll[keyof typeof PutMarketplaceTerms200FiltersAll];


export const PutMarketplaceTerms200FiltersAll = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutMarketplaceTerms200FiltersAny = typeof PutMarketplaceTerms200FiltersAny[keyof typeof PutMarketplaceTerms200FiltersAny];


export const PutMarketplaceTerms200FiltersAny = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutMarketplaceTerms200FiltersNone = typeof PutMarketplaceTerms200FiltersNone[keyof typeof PutMarketplaceTerms200FiltersNone];


export const PutMarketplaceTerms200FiltersNone = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutMarketplaceTerms200FiltersCategories = typeof PutMarketplaceTerms200FiltersCategories[keyof typeof PutMarketplaceTerms200FiltersCategories];


export const PutMarketplaceTerms200FiltersCategories = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutMarketplaceTerms200FiltersConditions = typeof PutMarketplaceTerms200FiltersConditions[keyof typeof PutMarketplaceTerms200FiltersConditions];


export const PutMarketplaceTerms200FiltersConditions = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutMarketplaceTerms200FiltersPrice = typeof PutMarketplaceTerms200FiltersPrice[keyof typeof PutMarketplaceTerms200FiltersPrice];


export const PutMarketplaceTerms200FiltersPrice = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutMarketplaceTerms200FiltersPlace = typeof PutMarketplaceTerms200FiltersPlace[keyof typeof PutMarketplaceTerms200FiltersPlace];


export const PutMarketplaceTerms200FiltersPlace = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutMarketplaceTerms200Filters = {
  all: PutMarketplaceTerms200FiltersAll;
  any: PutMarketplaceTerms200FiltersAny;
  none: PutMarketplaceTerms200FiltersNone;
  categories: PutMarketplaceTerms200FiltersCategories;
  conditions: PutMarketplaceTerms200FiltersConditions;
  price: PutMarketplaceTerms200FiltersPrice;
  place: PutMarketplaceTerms200FiltersPlace;
};

export type PutMarketplaceTerms200FieldsItemType = typeof PutMarketplaceTerms200FieldsItemType[keyof typeof PutMarketplaceTerms200FieldsItemType];


export const PutMarketplaceTerms200FieldsItemType = {
  text: 'text',
  url: 'url',
  email: 'email',
  integer: 'integer',
  boolean: 'boolean',
  select: 'select',
} as const;

export type PutMarketplaceTerms200FieldsItem = {
  name: string;
  label: string;
  type: PutMarketplaceTerms200FieldsItemType;
  required?: boolean;
  secret?: boolean;
  target?: boolean;
  help?: string;
  placeholder?: string;
  group?: string;
  default?: string | number | boolean;
  readonly values?: readonly string[];
};

export type PutMarketplaceTerms200 = {
  id: string;
  name: string;
  homepage: string;
  terms: PutMarketplaceTerms200Terms;
  allowed: boolean;
  accepted: PutMarketplaceTerms200Accepted;
  /** @nullable */
  unavailable: string | null;
  others: PutMarketplaceTerms200Others;
  steps: string[];
  alertSteps: string[];
  unproven: boolean;
  filters: PutMarketplaceTerms200Filters;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  setUpMinutes: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  intervalMsMin: number;
  fields: PutMarketplaceTerms200FieldsItem[];
  capabilities: string[];
};

export type GetSources200ItemsItemSettings = {[key: string]: string | number | boolean};

export type GetSources200ItemsItemState = typeof GetSources200ItemsItemState[keyof typeof GetSources200ItemsItemState];


export const GetSources200ItemsItemState = {
  ok: 'ok',
  outage: 'outage',
  waiting: 'waiting',
  off: 'off',
} as const;

export type GetSources200ItemsItemStateReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSources200ItemsItemStateReasonSaid = {
  code: string;
  params: GetSources200ItemsItemStateReasonSaidParams;
} | null;

export type GetSources200ItemsItemLastOutcome = typeof GetSources200ItemsItemLastOutcome[keyof typeof GetSources200ItemsItemLastOutcome] | null;


export const GetSources200ItemsItemLastOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetSources200ItemsItemOffBecause = typeof GetSources200ItemsItemOffBecause[keyof typeof GetSources200ItemsItemOffBecause] | null;


export const GetSources200ItemsItemOffBecause = {
  paused: 'paused',
  terms: 'terms',
  settings: 'settings',
  'no-marketplace': 'no-marketplace',
} as const;

export type GetSources200ItemsItemAlternativesItem = typeof GetSources200ItemsItemAlternativesItem[keyof typeof GetSources200ItemsItemAlternativesItem];


export const GetSources200ItemsItemAlternativesItem = {
  mail: 'mail',
  capture: 'capture',
} as const;

export type GetSources200ItemsItemFiltersAll = typeof GetSources200ItemsItemFiltersAll[keyof typeof GetSources200ItemsItemFiltersAll];


export const GetSources200ItemsItemFiltersAll = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSources200ItemsItemFiltersAny = typeof GetSources200ItemsItemFiltersAny[keyof typeof GetSources200ItemsItemFiltersAny];


export const GetSources200ItemsItemFiltersAny = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSources200ItemsItemFiltersNone = typeof GetSources200ItemsItemFiltersNone[keyof typeof GetSources200ItemsItemFiltersNone];


export const GetSources200ItemsItemFiltersNone = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSources200ItemsItemFiltersCategories = typeof GetSources200ItemsItemFiltersCategories[keyof typeof GetSources200ItemsItemFiltersCategories];


export const GetSources200ItemsItemFiltersCategories = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSources200ItemsItemFiltersConditions = typeof GetSources200ItemsItemFiltersConditions[keyof typeof GetSources200ItemsItemFiltersConditions];


export const GetSources200ItemsItemFiltersConditions = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSources200ItemsItemFiltersPrice = typeof GetSources200ItemsItemFiltersPrice[keyof typeof GetSources200ItemsItemFiltersPrice];


export const GetSources200ItemsItemFiltersPrice = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSources200ItemsItemFiltersPlace = typeof GetSources200ItemsItemFiltersPlace[keyof typeof GetSources200ItemsItemFiltersPlace];


export const GetSources200ItemsItemFiltersPlace = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSources200ItemsItemFilters = {
  all: GetSources200ItemsItemFiltersAll;
  any: GetSources200ItemsItemFiltersAny;
  none: GetSources200ItemsItemFiltersNone;
  categories: GetSources200ItemsItemFiltersCategories;
  conditions: GetSources200ItemsItemFiltersConditions;
  price: GetSources200ItemsItemFiltersPrice;
  place: GetSources200ItemsItemFiltersPlace;
} | null;

export type GetSources200ItemsItemWhySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSources200ItemsItemWhySaid = {
  code: string;
  params: GetSources200ItemsItemWhySaidParams;
} | null;

export type GetSources200ItemsItemRemedySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSources200ItemsItemRemedySaid = {
  code: string;
  params: GetSources200ItemsItemRemedySaidParams;
} | null;

export type GetSources200ItemsItemActivityLastRunOutcome = typeof GetSources200ItemsItemActivityLastRunOutcome[keyof typeof GetSources200ItemsItemActivityLastRunOutcome];


export const GetSources200ItemsItemActivityLastRunOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetSources200ItemsItemActivityLastRun = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: GetSources200ItemsItemActivityLastRunOutcome;
  /** @nullable */
  reason: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  pages: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  changed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejected: number;
} | null;

export type GetSources200ItemsItemActivityQuota = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  used: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  perDay: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  resetAt: string;
} | null;

export type GetSources200ItemsItemActivity = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  queries: number;
  running: boolean;
  nextScanAt: string | null;
  lastRun: GetSources200ItemsItemActivityLastRun;
  quota: GetSources200ItemsItemActivityQuota;
};

export type GetSources200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  name: string;
  settings: GetSources200ItemsItemSettings;
  shared: boolean;
  demo: boolean;
  enabled: boolean;
  browse: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  intervalMs: number;
  state: GetSources200ItemsItemState;
  /** @nullable */
  stateReason: string | null;
  stateReasonSaid: GetSources200ItemsItemStateReasonSaid;
  lastOkAt: string | null;
  outageSince: string | null;
  cooldownUntil: string | null;
  lastOutcome: GetSources200ItemsItemLastOutcome;
  offBecause: GetSources200ItemsItemOffBecause;
  alternatives: GetSources200ItemsItemAlternativesItem[];
  unproven: boolean;
  filters: GetSources200ItemsItemFilters;
  /** @nullable */
  why: string | null;
  whySaid: GetSources200ItemsItemWhySaid;
  /** @nullable */
  remedy: string | null;
  remedySaid: GetSources200ItemsItemRemedySaid;
  activity: GetSources200ItemsItemActivity;
};

export type GetSources200 = {
  items: GetSources200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostSourcesBodySettings = {[key: string]: unknown};

export type PostSourcesBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /**
     * @minLength 1
     * @maxLength 200
     */
  name?: string;
  settings?: PostSourcesBodySettings;
  enabled?: boolean;
  browse?: boolean;
  /**
     * @minimum 60000
     * @maximum 86400000
     */
  intervalMs?: number;
  shared?: boolean;
  try?: boolean;
  removeDemo?: boolean;
};

export type PostSources201Settings = {[key: string]: string | number | boolean};

export type PostSources201State = typeof PostSources201State[keyof typeof PostSources201State];


export const PostSources201State = {
  ok: 'ok',
  outage: 'outage',
  waiting: 'waiting',
  off: 'off',
} as const;

export type PostSources201StateReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostSources201StateReasonSaid = {
  code: string;
  params: PostSources201StateReasonSaidParams;
} | null;

export type PostSources201LastOutcome = typeof PostSources201LastOutcome[keyof typeof PostSources201LastOutcome] | null;


export const PostSources201LastOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type PostSources201OffBecause = typeof PostSources201OffBecause[keyof typeof PostSources201OffBecause] | null;


export const PostSources201OffBecause = {
  paused: 'paused',
  terms: 'terms',
  settings: 'settings',
  'no-marketplace': 'no-marketplace',
} as const;

export type PostSources201AlternativesItem = typeof PostSources201AlternativesItem[keyof typeof PostSources201AlternativesItem];


export const PostSources201AlternativesItem = {
  mail: 'mail',
  capture: 'capture',
} as const;

export type PostSources201FiltersAll = typeof PostSources201FiltersAll[keyof typeof PostSources201FiltersAll];


export const PostSources201FiltersAll = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PostSources201FiltersAny = typeof PostSources201FiltersAny[keyof typeof PostSources201FiltersAny];


export const PostSources201FiltersAny = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PostSources201FiltersNone = typeof PostSources201FiltersNone[keyof typeof PostSources201FiltersNone];


export const PostSources201FiltersNone = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PostSources201FiltersCategories = typeof PostSources201FiltersCategories[keyof typeof PostSources201FiltersCategories];


export const PostSources201FiltersCategories = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PostSources201FiltersConditions = typeof PostSources201FiltersConditions[keyof typeof PostSources201FiltersConditions];


export const PostSources201FiltersConditions = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PostSources201FiltersPrice = typeof PostSources201FiltersPrice[keyof typeof PostSources201FiltersPrice];


export const PostSources201FiltersPrice = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PostSources201FiltersPlace = typeof PostSources201FiltersPlace[keyof typeof PostSources201FiltersPlace];


export const PostSources201FiltersPlace = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PostSources201Filters = {
  all: PostSources201FiltersAll;
  any: PostSources201FiltersAny;
  none: PostSources201FiltersNone;
  categories: PostSources201FiltersCategories;
  conditions: PostSources201FiltersConditions;
  price: PostSources201FiltersPrice;
  place: PostSources201FiltersPlace;
} | null;

export type PostSources201WhySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostSources201WhySaid = {
  code: string;
  params: PostSources201WhySaidParams;
} | null;

export type PostSources201RemedySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostSources201RemedySaid = {
  code: string;
  params: PostSources201RemedySaidParams;
} | null;

export type PostSources201ActivityLastRunOutcome = typeof PostSources201ActivityLastRunOutcome[keyof typeof PostSources201ActivityLastRunOutcome];


export const PostSources201ActivityLastRunOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type PostSources201ActivityLastRun = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: PostSources201ActivityLastRunOutcome;
  /** @nullable */
  reason: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  pages: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  changed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejected: number;
} | null;

export type PostSources201ActivityQuota = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  used: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  perDay: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  resetAt: string;
} | null;

export type PostSources201Activity = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  queries: number;
  running: boolean;
  nextScanAt: string | null;
  lastRun: PostSources201ActivityLastRun;
  quota: PostSources201ActivityQuota;
};

export type PostSources201TriedOutcome = typeof PostSources201TriedOutcome[keyof typeof PostSources201TriedOutcome];


export const PostSources201TriedOutcome = {
  ok: 'ok',
  empty: 'empty',
  untried: 'untried',
} as const;

export type PostSources201Tried = {
  outcome: PostSources201TriedOutcome;
  sentence: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  samples: string[];
};

export type PostSources201 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  name: string;
  settings: PostSources201Settings;
  shared: boolean;
  demo: boolean;
  enabled: boolean;
  browse: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  intervalMs: number;
  state: PostSources201State;
  /** @nullable */
  stateReason: string | null;
  stateReasonSaid: PostSources201StateReasonSaid;
  lastOkAt: string | null;
  outageSince: string | null;
  cooldownUntil: string | null;
  lastOutcome: PostSources201LastOutcome;
  offBecause: PostSources201OffBecause;
  alternatives: PostSources201AlternativesItem[];
  unproven: boolean;
  filters: PostSources201Filters;
  /** @nullable */
  why: string | null;
  whySaid: PostSources201WhySaid;
  /** @nullable */
  remedy: string | null;
  remedySaid: PostSources201RemedySaid;
  activity: PostSources201Activity;
  tried: PostSources201Tried;
};

export type PostSourcesTryBodySettings = {[key: string]: unknown};

export type PostSourcesTryBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /**
     * @minLength 1
     * @maxLength 200
     */
  name?: string;
  settings?: PostSourcesTryBodySettings;
  enabled?: boolean;
  browse?: boolean;
  /**
     * @minimum 60000
     * @maximum 86400000
     */
  intervalMs?: number;
  shared?: boolean;
};

export type PostSourcesTry200Outcome = typeof PostSourcesTry200Outcome[keyof typeof PostSourcesTry200Outcome];


export const PostSourcesTry200Outcome = {
  ok: 'ok',
  empty: 'empty',
  untried: 'untried',
} as const;

export type PostSourcesTry200 = {
  outcome: PostSourcesTry200Outcome;
  sentence: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  samples: string[];
};

export type PostSourcesBulkBodyAction = typeof PostSourcesBulkBodyAction[keyof typeof PostSourcesBulkBodyAction];


export const PostSourcesBulkBodyAction = {
  pause: 'pause',
  resume: 'resume',
} as const;

export type PostSourcesBulkBody = {
  action: PostSourcesBulkBodyAction;
  /**
     * @minItems 1
     * @maxItems 100
     * @items.maximum 9007199254740991
     * @items.exclusiveMinimum 0
     */
  ids: number[];
};

export type PostSourcesBulk200ResultsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  done: boolean;
  /** @nullable */
  code: string | null;
  /** @nullable */
  detail: string | null;
};

export type PostSourcesBulk200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  done: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  failed: number;
  results: PostSourcesBulk200ResultsItem[];
};

export type GetSource200Settings = {[key: string]: string | number | boolean};

export type GetSource200State = typeof GetSource200State[keyof typeof GetSource200State];


export const GetSource200State = {
  ok: 'ok',
  outage: 'outage',
  waiting: 'waiting',
  off: 'off',
} as const;

export type GetSource200StateReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSource200StateReasonSaid = {
  code: string;
  params: GetSource200StateReasonSaidParams;
} | null;

export type GetSource200LastOutcome = typeof GetSource200LastOutcome[keyof typeof GetSource200LastOutcome] | null;


export const GetSource200LastOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetSource200OffBecause = typeof GetSource200OffBecause[keyof typeof GetSource200OffBecause] | null;


export const GetSource200OffBecause = {
  paused: 'paused',
  terms: 'terms',
  settings: 'settings',
  'no-marketplace': 'no-marketplace',
} as const;

export type GetSource200AlternativesItem = typeof GetSource200AlternativesItem[keyof typeof GetSource200AlternativesItem];


export const GetSource200AlternativesItem = {
  mail: 'mail',
  capture: 'capture',
} as const;

export type GetSource200FiltersAll = typeof GetSource200FiltersAll[keyof typeof GetSource200FiltersAll];


export const GetSource200FiltersAll = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSource200FiltersAny = typeof GetSource200FiltersAny[keyof typeof GetSource200FiltersAny];


export const GetSource200FiltersAny = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSource200FiltersNone = typeof GetSource200FiltersNone[keyof typeof GetSource200FiltersNone];


export const GetSource200FiltersNone = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSource200FiltersCategories = typeof GetSource200FiltersCategories[keyof typeof GetSource200FiltersCategories];


export const GetSource200FiltersCategories = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSource200FiltersConditions = typeof GetSource200FiltersConditions[keyof typeof GetSource200FiltersConditions];


export const GetSource200FiltersConditions = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSource200FiltersPrice = typeof GetSource200FiltersPrice[keyof typeof GetSource200FiltersPrice];


export const GetSource200FiltersPrice = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSource200FiltersPlace = typeof GetSource200FiltersPlace[keyof typeof GetSource200FiltersPlace];


export const GetSource200FiltersPlace = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type GetSource200Filters = {
  all: GetSource200FiltersAll;
  any: GetSource200FiltersAny;
  none: GetSource200FiltersNone;
  categories: GetSource200FiltersCategories;
  conditions: GetSource200FiltersConditions;
  price: GetSource200FiltersPrice;
  place: GetSource200FiltersPlace;
} | null;

export type GetSource200WhySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSource200WhySaid = {
  code: string;
  params: GetSource200WhySaidParams;
} | null;

export type GetSource200RemedySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetSource200RemedySaid = {
  code: string;
  params: GetSource200RemedySaidParams;
} | null;

export type GetSource200ActivityLastRunOutcome = typeof GetSource200ActivityLastRunOutcome[keyof typeof GetSource200ActivityLastRunOutcome];


export const GetSource200ActivityLastRunOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetSource200ActivityLastRun = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: GetSource200ActivityLastRunOutcome;
  /** @nullable */
  reason: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  pages: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  changed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejected: number;
} | null;

export type GetSource200ActivityQuota = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  used: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  perDay: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  resetAt: string;
} | null;

export type GetSource200Activity = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  queries: number;
  running: boolean;
  nextScanAt: string | null;
  lastRun: GetSource200ActivityLastRun;
  quota: GetSource200ActivityQuota;
};

export type GetSource200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  name: string;
  settings: GetSource200Settings;
  shared: boolean;
  demo: boolean;
  enabled: boolean;
  browse: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  intervalMs: number;
  state: GetSource200State;
  /** @nullable */
  stateReason: string | null;
  stateReasonSaid: GetSource200StateReasonSaid;
  lastOkAt: string | null;
  outageSince: string | null;
  cooldownUntil: string | null;
  lastOutcome: GetSource200LastOutcome;
  offBecause: GetSource200OffBecause;
  alternatives: GetSource200AlternativesItem[];
  unproven: boolean;
  filters: GetSource200Filters;
  /** @nullable */
  why: string | null;
  whySaid: GetSource200WhySaid;
  /** @nullable */
  remedy: string | null;
  remedySaid: GetSource200RemedySaid;
  activity: GetSource200Activity;
};

export type PutSourceBodySettings = {[key: string]: unknown};

export type PutSourceBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  marketplace: string;
  /**
     * @minLength 1
     * @maxLength 200
     */
  name?: string;
  settings?: PutSourceBodySettings;
  enabled?: boolean;
  browse?: boolean;
  /**
     * @minimum 60000
     * @maximum 86400000
     */
  intervalMs?: number;
  shared?: boolean;
};

export type PutSource200Settings = {[key: string]: string | number | boolean};

export type PutSource200State = typeof PutSource200State[keyof typeof PutSource200State];


export const PutSource200State = {
  ok: 'ok',
  outage: 'outage',
  waiting: 'waiting',
  off: 'off',
} as const;

export type PutSource200StateReasonSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PutSource200StateReasonSaid = {
  code: string;
  params: PutSource200StateReasonSaidParams;
} | null;

export type PutSource200LastOutcome = typeof PutSource200LastOutcome[keyof typeof PutSource200LastOutcome] | null;


export const PutSource200LastOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type PutSource200OffBecause = typeof PutSource200OffBecause[keyof typeof PutSource200OffBecause] | null;


export const PutSource200OffBecause = {
  paused: 'paused',
  terms: 'terms',
  settings: 'settings',
  'no-marketplace': 'no-marketplace',
} as const;

export type PutSource200AlternativesItem = typeof PutSource200AlternativesItem[keyof typeof PutSource200AlternativesItem];


export const PutSource200AlternativesItem = {
  mail: 'mail',
  capture: 'capture',
} as const;

export type PutSource200FiltersAll = typeof PutSource200FiltersAll[keyof typeof PutSource200FiltersAll];


export const PutSource200FiltersAll = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutSource200FiltersAny = typeof PutSource200FiltersAny[keyof typeof PutSource200FiltersAny];


export const PutSource200FiltersAny = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutSource200FiltersNone = typeof PutSource200FiltersNone[keyof typeof PutSource200FiltersNone];


export const PutSource200FiltersNone = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutSource200FiltersCategories = typeof PutSource200FiltersCategories[keyof typeof PutSource200FiltersCategories];


export const PutSource200FiltersCategories = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutSource200FiltersConditions = typeof PutSource200FiltersConditions[keyof typeof PutSource200FiltersConditions];


export const PutSource200FiltersConditions = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutSource200FiltersPrice = typeof PutSource200FiltersPrice[keyof typeof PutSource200FiltersPrice];


export const PutSource200FiltersPrice = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutSource200FiltersPlace = typeof PutSource200FiltersPlace[keyof typeof PutSource200FiltersPlace];


export const PutSource200FiltersPlace = {
  site: 'site',
  partly: 'partly',
  here: 'here',
} as const;

export type PutSource200Filters = {
  all: PutSource200FiltersAll;
  any: PutSource200FiltersAny;
  none: PutSource200FiltersNone;
  categories: PutSource200FiltersCategories;
  conditions: PutSource200FiltersConditions;
  price: PutSource200FiltersPrice;
  place: PutSource200FiltersPlace;
} | null;

export type PutSource200WhySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PutSource200WhySaid = {
  code: string;
  params: PutSource200WhySaidParams;
} | null;

export type PutSource200RemedySaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PutSource200RemedySaid = {
  code: string;
  params: PutSource200RemedySaidParams;
} | null;

export type PutSource200ActivityLastRunOutcome = typeof PutSource200ActivityLastRunOutcome[keyof typeof PutSource200ActivityLastRunOutcome];


export const PutSource200ActivityLastRunOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type PutSource200ActivityLastRun = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: PutSource200ActivityLastRunOutcome;
  /** @nullable */
  reason: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  pages: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  changed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejected: number;
} | null;

export type PutSource200ActivityQuota = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  used: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  perDay: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  resetAt: string;
} | null;

export type PutSource200Activity = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  queries: number;
  running: boolean;
  nextScanAt: string | null;
  lastRun: PutSource200ActivityLastRun;
  quota: PutSource200ActivityQuota;
};

export type PutSource200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  marketplace: string;
  name: string;
  settings: PutSource200Settings;
  shared: boolean;
  demo: boolean;
  enabled: boolean;
  browse: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  intervalMs: number;
  state: PutSource200State;
  /** @nullable */
  stateReason: string | null;
  stateReasonSaid: PutSource200StateReasonSaid;
  lastOkAt: string | null;
  outageSince: string | null;
  cooldownUntil: string | null;
  lastOutcome: PutSource200LastOutcome;
  offBecause: PutSource200OffBecause;
  alternatives: PutSource200AlternativesItem[];
  unproven: boolean;
  filters: PutSource200Filters;
  /** @nullable */
  why: string | null;
  whySaid: PutSource200WhySaid;
  /** @nullable */
  remedy: string | null;
  remedySaid: PutSource200RemedySaid;
  activity: PutSource200Activity;
};

export type GetSourcePlan200ItemsItemRequest = {[key: string]: string};

export type GetSourcePlan200ItemsItemPushedItem = typeof GetSourcePlan200ItemsItemPushedItem[keyof typeof GetSourcePlan200ItemsItemPushedItem];


export const GetSourcePlan200ItemsItemPushedItem = {
  all: 'all',
  any: 'any',
  none: 'none',
  categories: 'categories',
  conditions: 'conditions',
  price: 'price',
  place: 'place',
} as const;

export type GetSourcePlan200ItemsItemResidualItem = typeof GetSourcePlan200ItemsItemResidualItem[keyof typeof GetSourcePlan200ItemsItemResidualItem];


export const GetSourcePlan200ItemsItemResidualItem = {
  all: 'all',
  any: 'any',
  none: 'none',
  categories: 'categories',
  conditions: 'conditions',
  price: 'price',
  place: 'place',
} as const;

export type GetSourcePlan200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ruleId: number;
  rule: string;
  /** @nullable */
  impossible: string | null;
  request: GetSourcePlan200ItemsItemRequest;
  pushed: GetSourcePlan200ItemsItemPushedItem[];
  residual: GetSourcePlan200ItemsItemResidualItem[];
};

export type GetSourcePlan200 = {
  items: GetSourcePlan200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetScansParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
};

export type GetScans200ItemsItemRequest = {[key: string]: string};

export type GetScans200ItemsItemLastOutcome = typeof GetScans200ItemsItemLastOutcome[keyof typeof GetScans200ItemsItemLastOutcome] | null;


export const GetScans200ItemsItemLastOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetScans200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sourceId: number;
  marketplace: string;
  source: string;
  demo: boolean;
  request: GetScans200ItemsItemRequest;
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  ruleIds: number[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  dueAt: string;
  running: boolean;
  lastRunAt: string | null;
  lastOutcome: GetScans200ItemsItemLastOutcome;
  /** @nullable */
  lastReason: string | null;
  lastFound: number | null;
  outageSince: string | null;
  cooldownUntil: string | null;
};

export type GetScans200 = {
  items: GetScans200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PostScansBody = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sourceId?: number;
} | null;

export type PostScans202RestingItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type PostScans202RestingItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sourceId: number;
  name: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  until: string;
  sentence: string;
  code: string;
  params: PostScans202RestingItemParams;
};

export type PostScans202 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  madeDue: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  planned: number;
  resting: PostScans202RestingItem[];
};

export type GetScanRunsParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
};

export type GetScanRuns200ItemsItemOutcome = typeof GetScanRuns200ItemsItemOutcome[keyof typeof GetScanRuns200ItemsItemOutcome];


export const GetScanRuns200ItemsItemOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetScanRuns200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  scanId: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: GetScanRuns200ItemsItemOutcome;
  /** @nullable */
  reason: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  pages: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  changed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejected: number;
};

export type GetScanRuns200 = {
  items: GetScanRuns200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetSourceRunsParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
};

export type GetSourceRuns200ItemsItemOutcome = typeof GetSourceRuns200ItemsItemOutcome[keyof typeof GetSourceRuns200ItemsItemOutcome];


export const GetSourceRuns200ItemsItemOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetSourceRuns200ItemsItemRequest = {[key: string]: string};

export type GetSourceRuns200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  scanId: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: GetSourceRuns200ItemsItemOutcome;
  /** @nullable */
  reason: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  pages: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  changed: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rejected: number;
  request: GetSourceRuns200ItemsItemRequest;
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  ruleIds: number[];
};

export type GetSourceRuns200 = {
  items: GetSourceRuns200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetConnections200ItemsItemState = typeof GetConnections200ItemsItemState[keyof typeof GetConnections200ItemsItemState];


export const GetConnections200ItemsItemState = {
  'not-connected': 'not-connected',
  connected: 'connected',
  expired: 'expired',
  'needs-consent': 'needs-consent',
} as const;

export type GetConnections200ItemsItem = {
  id: string;
  name: string;
  environment: string;
  state: GetConnections200ItemsItemState;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  account: string | null;
  scopes: string[];
  scopesMissing: string[];
  accessExpiresAt: string | null;
  refreshExpiresAt: string | null;
  connectedAt: string | null;
  updatedAt: string | null;
};

export type GetConnections200 = {
  items: GetConnections200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetConnection200State = typeof GetConnection200State[keyof typeof GetConnection200State];


export const GetConnection200State = {
  'not-connected': 'not-connected',
  connected: 'connected',
  expired: 'expired',
  'needs-consent': 'needs-consent',
} as const;

export type GetConnection200 = {
  id: string;
  name: string;
  environment: string;
  state: GetConnection200State;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  account: string | null;
  scopes: string[];
  scopesMissing: string[];
  accessExpiresAt: string | null;
  refreshExpiresAt: string | null;
  connectedAt: string | null;
  updatedAt: string | null;
};

export type PostConnection200 = {
  url: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  expiresAt: string;
};

export type DeleteConnection200 = {
  sentence: string;
};

export type GetAdminScans200MarketplacesItemOutcomesItemOutcome = typeof GetAdminScans200MarketplacesItemOutcomesItemOutcome[keyof typeof GetAdminScans200MarketplacesItemOutcomesItemOutcome];


export const GetAdminScans200MarketplacesItemOutcomesItemOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetAdminScans200MarketplacesItemOutcomesItem = {
  outcome: GetAdminScans200MarketplacesItemOutcomesItemOutcome;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
};

export type GetAdminScans200MarketplacesItem = {
  id: string;
  name: string;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  sources: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  off: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  running: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  failing: number;
  /**
     * of the scan that is due longest; null = none is due
     * @nullable
     */
  overdueSeconds: number | null;
  lastOkAt: string | null;
  outcomes: GetAdminScans200MarketplacesItemOutcomesItem[];
  found: number;
  added: number;
};

export type GetAdminScans200FailingItemPerson = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
};

export type GetAdminScans200FailingItemLastOutcome = typeof GetAdminScans200FailingItemLastOutcome[keyof typeof GetAdminScans200FailingItemLastOutcome] | null;


export const GetAdminScans200FailingItemLastOutcome = {
  ok: 'ok',
  empty: 'empty',
  blocked: 'blocked',
  captcha: 'captcha',
  'auth-expired': 'auth-expired',
  'rate-limited': 'rate-limited',
  'parse-drift': 'parse-drift',
  unreachable: 'unreachable',
} as const;

export type GetAdminScans200FailingItem = {
  person: GetAdminScans200FailingItemPerson;
  /** its id where it is your own */
  source: number | null;
  marketplace: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  since: string;
  lastOutcome: GetAdminScans200FailingItemLastOutcome;
  nextScanAt: string | null;
};

export type GetAdminScans200 = {
  /**
     * from when on scans are counted
     * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
     */
  since: string;
  marketplaces: GetAdminScans200MarketplacesItem[];
  failing: GetAdminScans200FailingItem[];
};

export type GetNotificationsParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
unread?: string;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
rule?: number;
/**
 * @maxLength 100
 */
channel?: string;
state?: GetNotificationsState;
};

export type GetNotificationsState = typeof GetNotificationsState[keyof typeof GetNotificationsState];


export const GetNotificationsState = {
  held: 'held',
  pending: 'pending',
  leased: 'leased',
  retry: 'retry',
  sent: 'sent',
  bundled: 'bundled',
  failed: 'failed',
  dead: 'dead',
} as const;

export type GetNotifications200ItemsItemTitleSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotifications200ItemsItemTitleSaid = {
  code: string;
  params: GetNotifications200ItemsItemTitleSaidParams;
} | null;

export type GetNotifications200ItemsItemLinesSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotifications200ItemsItemLinesSaidItem = {
  code: string;
  params: GetNotifications200ItemsItemLinesSaidItemParams;
} | null;

export type GetNotifications200ItemsItemItemsItemValue = {
  /** @nullable */
  lowCents: number | null;
  midCents: number;
  /** @nullable */
  highCents: number | null;
  /** @nullable */
  currency: string | null;
} | null;

export type GetNotifications200ItemsItemItemsItemScorePartsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotifications200ItemsItemItemsItemScorePartsItem = {
  name: string;
  points: number;
  pointsMax: number;
  sentence: string;
  code: string;
  params: GetNotifications200ItemsItemItemsItemScorePartsItemParams;
};

export type GetNotifications200ItemsItemItemsItemScore = {
  total: number;
  parts: GetNotifications200ItemsItemItemsItemScorePartsItem[];
} | null;

export type GetNotifications200ItemsItemItemsItemRiskLevel = typeof GetNotifications200ItemsItemItemsItemRiskLevel[keyof typeof GetNotifications200ItemsItemItemsItemRiskLevel];


export const GetNotifications200ItemsItemItemsItemRiskLevel = {
  low: 'low',
  elevated: 'elevated',
  high: 'high',
} as const;

export type GetNotifications200ItemsItemItemsItemRiskSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotifications200ItemsItemItemsItemRiskSaidItem = {
  code: string;
  params: GetNotifications200ItemsItemItemsItemRiskSaidItemParams;
};

export type GetNotifications200ItemsItemItemsItemRisk = {
  level: GetNotifications200ItemsItemItemsItemRiskLevel;
  sentences: string[];
  said: GetNotifications200ItemsItemItemsItemRiskSaidItem[];
} | null;

export type GetNotifications200ItemsItemItemsItemExchangedSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotifications200ItemsItemItemsItemExchangedSaid = {
  code: string;
  params: GetNotifications200ItemsItemItemsItemExchangedSaidParams;
} | null;

export type GetNotifications200ItemsItemItemsItemAlsoSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotifications200ItemsItemItemsItemAlsoSaid = {
  code: string;
  params: GetNotifications200ItemsItemItemsItemAlsoSaidParams;
} | null;

export type GetNotifications200ItemsItemItemsItemProfitSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotifications200ItemsItemItemsItemProfitSaid = {
  code: string;
  params: GetNotifications200ItemsItemItemsItemProfitSaidParams;
} | null;

export type GetNotifications200ItemsItemItemsItemUncheckedSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotifications200ItemsItemItemsItemUncheckedSaid = {
  code: string;
  params: GetNotifications200ItemsItemItemsItemUncheckedSaidParams;
} | null;

export type GetNotifications200ItemsItemItemsItem = {
  /** @nullable */
  listingId: number | null;
  title: string;
  /** @nullable */
  url: string | null;
  /** @nullable */
  marketplaceName: string | null;
  /** @nullable */
  priceCents: number | null;
  /** @nullable */
  previousPriceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** @nullable */
  condition: string | null;
  /** @nullable */
  location: string | null;
  /** @nullable */
  distanceKm: number | null;
  /** @nullable */
  postedAt: string | null;
  value: GetNotifications200ItemsItemItemsItemValue;
  score: GetNotifications200ItemsItemItemsItemScore;
  risk: GetNotifications200ItemsItemItemsItemRisk;
  /** @nullable */
  also: string | null;
  /** @nullable */
  profit: string | null;
  /** @nullable */
  unchecked: string | null;
  /** @nullable */
  exchanged: string | null;
  exchangedSaid: GetNotifications200ItemsItemItemsItemExchangedSaid;
  alsoSaid: GetNotifications200ItemsItemItemsItemAlsoSaid;
  profitSaid: GetNotifications200ItemsItemItemsItemProfitSaid;
  uncheckedSaid: GetNotifications200ItemsItemItemsItemUncheckedSaid;
  ruleNames: string[];
  demo: boolean;
};

export type GetNotifications200ItemsItemDeliveriesItemState = typeof GetNotifications200ItemsItemDeliveriesItemState[keyof typeof GetNotifications200ItemsItemDeliveriesItemState];


export const GetNotifications200ItemsItemDeliveriesItemState = {
  held: 'held',
  pending: 'pending',
  leased: 'leased',
  retry: 'retry',
  sent: 'sent',
  bundled: 'bundled',
  failed: 'failed',
  dead: 'dead',
} as const;

export type GetNotifications200ItemsItemDeliveriesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  channel: string;
  state: GetNotifications200ItemsItemDeliveriesItemState;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  attempts: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  undecided: number;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  holdReason: string | null;
  heldUntil: string | null;
  bundleId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  dueAt: string;
  finishedAt: string | null;
};

export type GetNotifications200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  kind: string;
  title: string;
  titleSaid: GetNotifications200ItemsItemTitleSaid;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  readAt: string | null;
  lines: string[];
  linesSaid: GetNotifications200ItemsItemLinesSaidItem[];
  items: GetNotifications200ItemsItemItemsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemCount: number;
  deliveries: GetNotifications200ItemsItemDeliveriesItem[];
};

export type GetNotifications200 = {
  items: GetNotifications200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetNotificationsUnread200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  isCapped: boolean;
};

export type GetNotification200TitleSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotification200TitleSaid = {
  code: string;
  params: GetNotification200TitleSaidParams;
} | null;

export type GetNotification200LinesSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotification200LinesSaidItem = {
  code: string;
  params: GetNotification200LinesSaidItemParams;
} | null;

export type GetNotification200ItemsItemValue = {
  /** @nullable */
  lowCents: number | null;
  midCents: number;
  /** @nullable */
  highCents: number | null;
  /** @nullable */
  currency: string | null;
} | null;

export type GetNotification200ItemsItemScorePartsItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotification200ItemsItemScorePartsItem = {
  name: string;
  points: number;
  pointsMax: number;
  sentence: string;
  code: string;
  params: GetNotification200ItemsItemScorePartsItemParams;
};

export type GetNotification200ItemsItemScore = {
  total: number;
  parts: GetNotification200ItemsItemScorePartsItem[];
} | null;

export type GetNotification200ItemsItemRiskLevel = typeof GetNotification200ItemsItemRiskLevel[keyof typeof GetNotification200ItemsItemRiskLevel];


export const GetNotification200ItemsItemRiskLevel = {
  low: 'low',
  elevated: 'elevated',
  high: 'high',
} as const;

export type GetNotification200ItemsItemRiskSaidItemParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotification200ItemsItemRiskSaidItem = {
  code: string;
  params: GetNotification200ItemsItemRiskSaidItemParams;
};

export type GetNotification200ItemsItemRisk = {
  level: GetNotification200ItemsItemRiskLevel;
  sentences: string[];
  said: GetNotification200ItemsItemRiskSaidItem[];
} | null;

export type GetNotification200ItemsItemExchangedSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotification200ItemsItemExchangedSaid = {
  code: string;
  params: GetNotification200ItemsItemExchangedSaidParams;
} | null;

export type GetNotification200ItemsItemAlsoSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotification200ItemsItemAlsoSaid = {
  code: string;
  params: GetNotification200ItemsItemAlsoSaidParams;
} | null;

export type GetNotification200ItemsItemProfitSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotification200ItemsItemProfitSaid = {
  code: string;
  params: GetNotification200ItemsItemProfitSaidParams;
} | null;

export type GetNotification200ItemsItemUncheckedSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

export type GetNotification200ItemsItemUncheckedSaid = {
  code: string;
  params: GetNotification200ItemsItemUncheckedSaidParams;
} | null;

export type GetNotification200ItemsItem = {
  /** @nullable */
  listingId: number | null;
  title: string;
  /** @nullable */
  url: string | null;
  /** @nullable */
  marketplaceName: string | null;
  /** @nullable */
  priceCents: number | null;
  /** @nullable */
  previousPriceCents: number | null;
  /** @nullable */
  currency: string | null;
  /** @nullable */
  condition: string | null;
  /** @nullable */
  location: string | null;
  /** @nullable */
  distanceKm: number | null;
  /** @nullable */
  postedAt: string | null;
  value: GetNotification200ItemsItemValue;
  score: GetNotification200ItemsItemScore;
  risk: GetNotification200ItemsItemRisk;
  /** @nullable */
  also: string | null;
  /** @nullable */
  profit: string | null;
  /** @nullable */
  unchecked: string | null;
  /** @nullable */
  exchanged: string | null;
  exchangedSaid: GetNotification200ItemsItemExchangedSaid;
  alsoSaid: GetNotification200ItemsItemAlsoSaid;
  profitSaid: GetNotification200ItemsItemProfitSaid;
  uncheckedSaid: GetNotification200ItemsItemUncheckedSaid;
  ruleNames: string[];
  demo: boolean;
};

export type GetNotification200DeliveriesItemState = typeof GetNotification200DeliveriesItemState[keyof typeof GetNotification200DeliveriesItemState];


export const GetNotification200DeliveriesItemState = {
  held: 'held',
  pending: 'pending',
  leased: 'leased',
  retry: 'retry',
  sent: 'sent',
  bundled: 'bundled',
  failed: 'failed',
  dead: 'dead',
} as const;

export type GetNotification200DeliveriesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  channel: string;
  state: GetNotification200DeliveriesItemState;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  attempts: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  undecided: number;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  holdReason: string | null;
  heldUntil: string | null;
  bundleId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  dueAt: string;
  finishedAt: string | null;
};

export type GetNotification200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  kind: string;
  title: string;
  titleSaid: GetNotification200TitleSaid;
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  readAt: string | null;
  lines: string[];
  linesSaid: GetNotification200LinesSaidItem[];
  items: GetNotification200ItemsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  itemCount: number;
  deliveries: GetNotification200DeliveriesItem[];
};

export type PostNotificationsReadBody = {
  /**
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  upTo: number;
};

export type PostNotificationsRead200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  read: number;
  readAt: string | null;
};

export type PostNotificationsReadUndoBody = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  readAt: string;
};

export type PostNotificationsReadUndo200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unread: number;
};

export type PostNotificationReplayBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  channel?: string;
  delivered?: boolean;
};

export type PostNotificationReplay202 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  replayed: number;
};

export type GetDeliveriesParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 500
 */
cursor?: string;
/**
 * @maxLength 100
 */
channel?: string;
state?: GetDeliveriesState;
/**
 * @maximum 9007199254740991
 * @exclusiveMinimum 0
 */
notification?: number;
};

export type GetDeliveriesState = typeof GetDeliveriesState[keyof typeof GetDeliveriesState];


export const GetDeliveriesState = {
  held: 'held',
  pending: 'pending',
  leased: 'leased',
  retry: 'retry',
  sent: 'sent',
  bundled: 'bundled',
  failed: 'failed',
  dead: 'dead',
} as const;

export type GetDeliveries200ItemsItemState = typeof GetDeliveries200ItemsItemState[keyof typeof GetDeliveries200ItemsItemState];


export const GetDeliveries200ItemsItemState = {
  held: 'held',
  pending: 'pending',
  leased: 'leased',
  retry: 'retry',
  sent: 'sent',
  bundled: 'bundled',
  failed: 'failed',
  dead: 'dead',
} as const;

export type GetDeliveries200ItemsItemHistoryItem = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  startedAt: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  finishedAt: string;
  outcome: string;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  providerRef: string | null;
  undecided: boolean;
};

export type GetDeliveries200ItemsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  channel: string;
  state: GetDeliveries200ItemsItemState;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  attempts: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  undecided: number;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  holdReason: string | null;
  heldUntil: string | null;
  bundleId: number | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  dueAt: string;
  finishedAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  notificationId: number;
  kind: string;
  title: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  fallbackOf: number | null;
  /** @nullable */
  providerRef: string | null;
  history: GetDeliveries200ItemsItemHistoryItem[];
};

export type GetDeliveries200 = {
  items: GetDeliveries200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type GetNotificationPreferences200Rhythm = typeof GetNotificationPreferences200Rhythm[keyof typeof GetNotificationPreferences200Rhythm];


export const GetNotificationPreferences200Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type GetNotificationPreferences200QuietHours = {
  from: string;
  to: string;
} | null;

export type GetNotificationPreferences200 = {
  timeZone: string;
  rhythm: GetNotificationPreferences200Rhythm;
  digestTime: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  digestWeekday: number;
  quietHours: GetNotificationPreferences200QuietHours;
  perHourMax: number | null;
  perDayMax: number | null;
  /** @nullable */
  urgentScore: number | null;
  inWords: string;
};

export type PutNotificationPreferencesBodyRhythm = typeof PutNotificationPreferencesBodyRhythm[keyof typeof PutNotificationPreferencesBodyRhythm];


export const PutNotificationPreferencesBodyRhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PutNotificationPreferencesBodyQuietHours = {
  /** @pattern ^(?:[01]\d|2[0-3]):[0-5]\d$ */
  from: string;
  /** @pattern ^(?:[01]\d|2[0-3]):[0-5]\d$ */
  to: string;
} | null;

export type PutNotificationPreferencesBody = {
  timeZone?: string;
  rhythm?: PutNotificationPreferencesBodyRhythm;
  /** @pattern ^(?:[01]\d|2[0-3]):[0-5]\d$ */
  digestTime?: string;
  /**
     * @minimum 1
     * @maximum 7
     */
  digestWeekday?: number;
  quietHours?: PutNotificationPreferencesBodyQuietHours;
  perHourMax?: number | null;
  perDayMax?: number | null;
  urgentScore?: number | null;
};

export type PutNotificationPreferences200Rhythm = typeof PutNotificationPreferences200Rhythm[keyof typeof PutNotificationPreferences200Rhythm];


export const PutNotificationPreferences200Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type PutNotificationPreferences200QuietHours = {
  from: string;
  to: string;
} | null;

export type PutNotificationPreferences200 = {
  timeZone: string;
  rhythm: PutNotificationPreferences200Rhythm;
  digestTime: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  digestWeekday: number;
  quietHours: PutNotificationPreferences200QuietHours;
  perHourMax: number | null;
  perDayMax: number | null;
  /** @nullable */
  urgentScore: number | null;
  inWords: string;
};

export type DeleteNotificationPreferences200Rhythm = typeof DeleteNotificationPreferences200Rhythm[keyof typeof DeleteNotificationPreferences200Rhythm];


export const DeleteNotificationPreferences200Rhythm = {
  immediately: 'immediately',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
} as const;

export type DeleteNotificationPreferences200QuietHours = {
  from: string;
  to: string;
} | null;

export type DeleteNotificationPreferences200 = {
  timeZone: string;
  rhythm: DeleteNotificationPreferences200Rhythm;
  digestTime: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  digestWeekday: number;
  quietHours: DeleteNotificationPreferences200QuietHours;
  perHourMax: number | null;
  perDayMax: number | null;
  /** @nullable */
  urgentScore: number | null;
  inWords: string;
};

export type GetChannels200ItemsItemFieldsItemType = typeof GetChannels200ItemsItemFieldsItemType[keyof typeof GetChannels200ItemsItemFieldsItemType];


export const GetChannels200ItemsItemFieldsItemType = {
  text: 'text',
  url: 'url',
  email: 'email',
  integer: 'integer',
  boolean: 'boolean',
  select: 'select',
} as const;

export type GetChannels200ItemsItemFieldsItem = {
  name: string;
  label: string;
  type: GetChannels200ItemsItemFieldsItemType;
  required?: boolean;
  secret?: boolean;
  target?: boolean;
  help?: string;
  placeholder?: string;
  group?: string;
  default?: string | number | boolean;
  readonly values?: readonly string[];
};

export type GetChannels200ItemsItemConfirmation = typeof GetChannels200ItemsItemConfirmation[keyof typeof GetChannels200ItemsItemConfirmation] | null;


export const GetChannels200ItemsItemConfirmation = {
  link: 'link',
  code: 'code',
  challenge: 'challenge',
} as const;

export type GetChannels200ItemsItemOff = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  reason: string;
} | null;

export type GetChannels200ItemsItemSettings = {[key: string]: string | number | boolean};

export type GetChannels200ItemsItem = {
  id: string;
  channel: string;
  name: string;
  /** @nullable */
  label: string | null;
  several: boolean;
  isSetUp: boolean;
  description: string;
  fields: GetChannels200ItemsItemFieldsItem[];
  /** @nullable */
  unavailable: string | null;
  /** @nullable */
  subscribeKey: string | null;
  ready: boolean;
  enabled: boolean;
  confirmation: GetChannels200ItemsItemConfirmation;
  needsConfirmation: boolean;
  off: GetChannels200ItemsItemOff;
  settings: GetChannels200ItemsItemSettings;
};

export type GetChannels200 = {
  items: GetChannels200ItemsItem[];
  /** @nullable */
  next: string | null;
  /** @nullable */
  previous: string | null;
};

export type PutChannelBodySettings = {[key: string]: unknown};

export type PutChannelBody = {
  settings?: PutChannelBodySettings;
  enabled?: boolean;
  label?: string | null;
};

export type PutChannel200FieldsItemType = typeof PutChannel200FieldsItemType[keyof typeof PutChannel200FieldsItemType];


export const PutChannel200FieldsItemType = {
  text: 'text',
  url: 'url',
  email: 'email',
  integer: 'integer',
  boolean: 'boolean',
  select: 'select',
} as const;

export type PutChannel200FieldsItem = {
  name: string;
  label: string;
  type: PutChannel200FieldsItemType;
  required?: boolean;
  secret?: boolean;
  target?: boolean;
  help?: string;
  placeholder?: string;
  group?: string;
  default?: string | number | boolean;
  readonly values?: readonly string[];
};

export type PutChannel200Confirmation = typeof PutChannel200Confirmation[keyof typeof PutChannel200Confirmation] | null;


export const PutChannel200Confirmation = {
  link: 'link',
  code: 'code',
  challenge: 'challenge',
} as const;

export type PutChannel200Off = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  reason: string;
} | null;

export type PutChannel200Settings = {[key: string]: string | number | boolean};

export type PutChannel200 = {
  id: string;
  channel: string;
  name: string;
  /** @nullable */
  label: string | null;
  several: boolean;
  isSetUp: boolean;
  description: string;
  fields: PutChannel200FieldsItem[];
  /** @nullable */
  unavailable: string | null;
  /** @nullable */
  subscribeKey: string | null;
  ready: boolean;
  enabled: boolean;
  confirmation: PutChannel200Confirmation;
  needsConfirmation: boolean;
  off: PutChannel200Off;
  settings: PutChannel200Settings;
};

export type PostChannelConfirmation200 = {
  confirmed: boolean;
  sentence: string;
};

export type PostChannelConfirmBody = {
  /**
     * @minLength 1
     * @maxLength 200
     */
  code: string;
};

export type PostChannelTest202 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  notificationId: number;
};

export type PostMeFeed201 = {
  rss: string;
  json: string;
};

export type GetAdminDeliveries200ItemsItemPerson = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  name: string;
};

export type GetAdminDeliveries200ItemsItem = {
  person: GetAdminDeliveries200ItemsItemPerson;
  channel: string;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  waiting: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  held: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  sent: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  failed: number;
  oldestWaitingAt: string | null;
  lastFailedAt: string | null;
};

export type GetAdminDeliveries200 = {
  /**
     * from when on what ended is counted
     * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
     */
  since: string;
  items: GetAdminDeliveries200ItemsItem[];
};

export type PostAdminDeliveriesReplayBody = {
  /**
     * left out = everybody
     * @maximum 9007199254740991
     * @exclusiveMinimum 0
     */
  person?: number;
  /**
     * left out = all
     * @minLength 1
     * @maxLength 60
     */
  channel?: string;
};

export type PostAdminDeliveriesReplay200 = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
};

export type GetReadyz200ChecksItem = {
  name: string;
  ok: boolean;
  critical: boolean;
  detail: string;
};

export type GetReadyz200 = {
  ready: boolean;
  checks: GetReadyz200ChecksItem[];
};

export type GetReadyz503ChecksItem = {
  name: string;
  ok: boolean;
  critical: boolean;
  detail: string;
};

export type GetReadyz503 = {
  ready: boolean;
  checks: GetReadyz503ChecksItem[];
};

export type GetRetention200ItemsItem = {
  kind: string;
  rows: number;
  isExact: boolean;
  /** @nullable */
  keptDays: number | null;
  deleted: number;
  passedAt: string | null;
};

export type GetRetention200 = {
  items: GetRetention200ItemsItem[];
};

export type GetAdminJobs200ItemsItem = {
  name: string;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  waiting: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  active: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  failed: number;
  /** since when one waits that is due; null = none */
  oldestDueAt: string | null;
};

export type GetAdminJobs200DeadItemsItemPayload = {[key: string]: number | boolean | null | '…'};

export type GetAdminJobs200DeadItemsItem = {
  id: string;
  job: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  failedAt: string;
  /** without addresses, and what stood in quotation marks */
  error: string;
  payload: GetAdminJobs200DeadItemsItemPayload;
};

export type GetAdminJobs200Dead = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  /** the newest 100 */
  items: GetAdminJobs200DeadItemsItem[];
};

export type GetAdminJobs200 = {
  items: GetAdminJobs200ItemsItem[];
  /**
     * since a scheduler last looked what is due; null = never
     * @nullable
     */
  scheduledSecondsAgo: number | null;
  dead: GetAdminJobs200Dead;
};

export type PostAdminJobsRetryBody = {
  /**
     * left out = all
     * @minItems 1
     * @maxItems 100
     * @items.pattern ^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$
     */
  jobs?: string[];
};

export type PostAdminJobsRetry200 = {
  /**
     * of those that were still there
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
};

export type PostAdminJobsDiscardBody = {
  /**
     * @minItems 1
     * @maxItems 100
     * @items.pattern ^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$
     */
  jobs: string[];
};

export type PostAdminJobsDiscard200 = {
  /**
     * of those that were still there
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
};

export type GetAdminDoctor200ItemsItemDetailSaidParams = {[key: string]: string | number | boolean | null | readonly string[]};

/**
 * left out = it is said in English alone
 */
export type GetAdminDoctor200ItemsItemDetailSaid = {
  code: string;
  params: GetAdminDoctor200ItemsItemDetailSaidParams;
};

export type GetAdminDoctor200ItemsItem = {
  name: string;
  ok: boolean;
  /** whether the program cannot serve without it */
  critical: boolean;
  /** how it is, and what to do where it is not well */
  detail: string;
  /** left out = it is said in English alone */
  detailSaid?: GetAdminDoctor200ItemsItemDetailSaid;
  /** how long its answer took */
  ms: number;
};

export type GetAdminDoctor200 = {
  items: GetAdminDoctor200ItemsItem[];
};

export type GetAdminStorage200Photos = {
  /** whether photos are fetched and kept for the web app */
  shown: boolean;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  files: number;
  bytes: number;
  bytesMax: number;
};

export type GetAdminStorage200 = {
  databaseBytes: number;
  dataFolder: string;
  /**
     * where the data folder is; null = it cannot be read
     * @nullable
     */
  diskFreeBytes: number | null;
  /** @nullable */
  diskBytes: number | null;
  photos: GetAdminStorage200Photos;
};

export type GetAdminOptions200ItemsItemOrigin = typeof GetAdminOptions200ItemsItemOrigin[keyof typeof GetAdminOptions200ItemsItemOrigin];


export const GetAdminOptions200ItemsItemOrigin = {
  environment: 'environment',
  env: '.env',
  file: 'file',
  default: 'default',
} as const;

export type GetAdminOptions200ItemsItem = {
  name: string;
  /** the program, or the marketplace or channel that it is for */
  part: string;
  /**
     * null = not set, or a secret
     * @nullable
     */
  value: string | null;
  isSet: boolean;
  isSecret: boolean;
  /** @nullable */
  default: string | null;
  origin: GetAdminOptions200ItemsItemOrigin;
  doc: string;
};

export type GetAdminOptions200 = {
  items: GetAdminOptions200ItemsItem[];
};

export type GetAdminBackups200ItemsItemAskedState = typeof GetAdminBackups200ItemsItemAskedState[keyof typeof GetAdminBackups200ItemsItemAskedState];


export const GetAdminBackups200ItemsItemAskedState = {
  waiting: 'waiting',
  active: 'active',
  done: 'done',
  failed: 'failed',
} as const;

/**
 * what became of trying it out, where that was asked for
 */
export type GetAdminBackups200ItemsItemAsked = {
  state: GetAdminBackups200ItemsItemAskedState;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  askedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
} | null;

export type GetAdminBackups200ItemsItem = {
  name: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  bytes: number;
  verifiedAt: string | null;
  /** what became of trying it out, where that was asked for */
  asked: GetAdminBackups200ItemsItemAsked;
};

export type GetAdminBackups200AskedState = typeof GetAdminBackups200AskedState[keyof typeof GetAdminBackups200AskedState];


export const GetAdminBackups200AskedState = {
  waiting: 'waiting',
  active: 'active',
  done: 'done',
  failed: 'failed',
} as const;

/**
 * what became of the backup that was asked for last
 */
export type GetAdminBackups200Asked = {
  state: GetAdminBackups200AskedState;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  askedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
} | null;

export type GetAdminBackups200 = {
  /**
     * or a bucket, s3://BUCKET/PREFIX; null = no backup is made by itself: BACKUP_FOLDER, BACKUP_S3_URL
     * @nullable
     */
  folder: string | null;
  everyHours: number;
  keep: number;
  isEncrypted: boolean;
  /**
     * which is in no backup; null = the key is an option
     * @nullable
     */
  keyFile: string | null;
  items: GetAdminBackups200ItemsItem[];
  /** what became of the backup that was asked for last */
  asked: GetAdminBackups200Asked;
};

export type PostAdminBackups202 = {
  asked: true;
};

export type PostAdminBackupsVerifyBody = {
  /**
     * @minLength 1
     * @maxLength 100
     */
  name: string;
};

export type PostAdminBackupsVerify202 = {
  asked: true;
};

export type GetConnectionAccountDeletionParams = {
/**
 * @pattern ^[\x21-\x7e]{1,500}$
 */
challenge_code: string;
};

export type GetConnectionAccountDeletion200 = {[key: string]: string};

export type PostBounces200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  found: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  switchedOff: number;
};

export const getGetMeUrl = () => {




  return `/api/me`
}

/**
 * Who you are, and your profile: each field, and whether it is the operator’s default.
 */
export const getMe = async ( options?: Parameters<typeof request>[1]): Promise<GetMe200> => {

  return request<GetMe200>(getGetMeUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchMeUrl = () => {




  return `/api/me`
}

/**
 * What is left out stays; null goes back to the operator’s default.
 */
export const patchMe = async (patchMeBody: PatchMeBody, options?: Parameters<typeof request>[1]): Promise<PatchMe200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchMe200>(getPatchMeUrl(),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchMeBody)
  }
);}



export const getGetPlacesUrl = (params: GetPlacesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/places?${stringifiedParams}` : `/api/places`
}

/**
 * Places that a text may be the beginning of, the likeliest first; those near your home before larger ones far away.
 */
export const getPlaces = async (params: GetPlacesParams, options?: Parameters<typeof request>[1]): Promise<GetPlaces200> => {

  return request<GetPlaces200>(getGetPlacesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetPlacesNearestUrl = (params: GetPlacesNearestParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/places/nearest?${stringifiedParams}` : `/api/places/nearest`
}

/**
 * The town that a point is in or nearest to; null where none is within 150 km.
 */
export const getPlacesNearest = async (params: GetPlacesNearestParams, options?: Parameters<typeof request>[1]): Promise<GetPlacesNearest200> => {

  return request<GetPlacesNearest200>(getGetPlacesNearestUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetPlacesTownsUrl = (params: GetPlacesTownsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/places/towns?${stringifiedParams}` : `/api/places/towns`
}

/**
 * The largest towns of a part of a map, the largest first, for their names on it.
 */
export const getPlacesTowns = async (params: GetPlacesTownsParams, options?: Parameters<typeof request>[1]): Promise<GetPlacesTowns200> => {

  return request<GetPlacesTowns200>(getGetPlacesTownsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetPlacesMapUrl = () => {




  return `/api/places/map`
}

/**
 * What maps are drawn on: MAP_TILES and MAP_ATTRIBUTION of the configuration.
 */
export const getPlacesMap = async ( options?: Parameters<typeof request>[1]): Promise<GetPlacesMap200> => {

  return request<GetPlacesMap200>(getGetPlacesMapUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetPlacesMapGroundPmtilesUrl = () => {




  return `/api/places/map/ground.pmtiles`
}

/**
 * A part (Range) of the file of vector tiles that MAP_TILES names; 404 where it names none on this machine.
 */
export const getPlacesMapGroundPmtiles = async ( options?: Parameters<typeof request>[1]): Promise<Blob> => {

  return request<Blob>(getGetPlacesMapGroundPmtilesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostAuthSignInUrl = () => {




  return `/api/auth/sign-in`
}

export const postAuthSignIn = async (postAuthSignInBody: PostAuthSignInBody, options?: Parameters<typeof request>[1]): Promise<PostAuthSignIn200 | void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthSignIn200 | void>(getPostAuthSignInUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthSignInBody)
  }
);}



export const getPostAuthSignOutUrl = () => {




  return `/api/auth/sign-out`
}

export const postAuthSignOut = async ( options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getPostAuthSignOutUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostAuthSignUpUrl = () => {




  return `/api/auth/sign-up`
}

export const postAuthSignUp = async (postAuthSignUpBody: PostAuthSignUpBody, options?: Parameters<typeof request>[1]): Promise<PostAuthSignUp200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthSignUp200>(getPostAuthSignUpUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthSignUpBody)
  }
);}



export const getPostAuthResetUrl = () => {




  return `/api/auth/reset`
}

export const postAuthReset = async (postAuthResetBody: PostAuthResetBody, options?: Parameters<typeof request>[1]): Promise<PostAuthReset200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthReset200>(getPostAuthResetUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthResetBody)
  }
);}



export const getPostAuthNewPasswordUrl = () => {




  return `/api/auth/new-password`
}

export const postAuthNewPassword = async (postAuthNewPasswordBody: PostAuthNewPasswordBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthNewPasswordUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthNewPasswordBody)
  }
);}



export const getPostAuthVerifyUrl = () => {




  return `/api/auth/verify`
}

export const postAuthVerify = async (postAuthVerifyBody: PostAuthVerifyBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthVerifyUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthVerifyBody)
  }
);}



export const getPostAuthClaimUrl = () => {




  return `/api/auth/claim`
}

export const postAuthClaim = async (postAuthClaimBody: PostAuthClaimBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthClaimUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthClaimBody)
  }
);}



export const getPostAuthJoinUrl = () => {




  return `/api/auth/join`
}

export const postAuthJoin = async (postAuthJoinBody: PostAuthJoinBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthJoinUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthJoinBody)
  }
);}



export const getGetAuthAccountUrl = () => {




  return `/api/auth/account`
}

export const getAuthAccount = async ( options?: Parameters<typeof request>[1]): Promise<GetAuthAccount200> => {

  return request<GetAuthAccount200>(getGetAuthAccountUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetAuthSessionsUrl = () => {




  return `/api/auth/sessions`
}

export const getAuthSessions = async ( options?: Parameters<typeof request>[1]): Promise<GetAuthSessions200> => {

  return request<GetAuthSessions200>(getGetAuthSessionsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDeleteAuthSessionsUrl = () => {




  return `/api/auth/sessions`
}

/**
 * All but the one that asks.
 */
export const deleteAuthSessions = async ( options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteAuthSessionsUrl(),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getDeleteAuthSessionUrl = (id: number,) => {




  return `/api/auth/sessions/${id}`
}

export const deleteAuthSession = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteAuthSessionUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getPostAuthProveUrl = () => {




  return `/api/auth/prove`
}

/**
 * Shows again that it is you, for what asks for it (`session-not-fresh`) within five minutes.
 */
export const postAuthProve = async (postAuthProveBody: PostAuthProveBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthProveUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthProveBody)
  }
);}



export const getPostAuthPasswordUrl = () => {




  return `/api/auth/password`
}

export const postAuthPassword = async (postAuthPasswordBody: PostAuthPasswordBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthPasswordUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthPasswordBody)
  }
);}



export const getPostAuthEmailUrl = () => {




  return `/api/auth/email`
}

export const postAuthEmail = async (postAuthEmailBody: PostAuthEmailBody, options?: Parameters<typeof request>[1]): Promise<PostAuthEmail200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthEmail200>(getPostAuthEmailUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthEmailBody)
  }
);}



export const getPostAuthSignInCodeUrl = () => {




  return `/api/auth/sign-in/code`
}

/**
 * Ends a sign-in that was answered with {"wanted": "code"}, within ten minutes.
 */
export const postAuthSignInCode = async (postAuthSignInCodeBody: PostAuthSignInCodeBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthSignInCodeUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthSignInCodeBody)
  }
);}



export const getGetAuthSecondFactorUrl = () => {




  return `/api/auth/second-factor`
}

export const getAuthSecondFactor = async ( options?: Parameters<typeof request>[1]): Promise<GetAuthSecondFactor200> => {

  return request<GetAuthSecondFactor200>(getGetAuthSecondFactorUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostAuthSecondFactorUrl = () => {




  return `/api/auth/second-factor`
}

/**
 * A secret for an app; it counts once a code of it is confirmed.
 */
export const postAuthSecondFactor = async (postAuthSecondFactorBody: PostAuthSecondFactorBody, options?: Parameters<typeof request>[1]): Promise<PostAuthSecondFactor201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthSecondFactor201>(getPostAuthSecondFactorUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthSecondFactorBody)
  }
);}



export const getPatchAuthSecondFactorUrl = () => {




  return `/api/auth/second-factor`
}

export const patchAuthSecondFactor = async (patchAuthSecondFactorBody: PatchAuthSecondFactorBody, options?: Parameters<typeof request>[1]): Promise<PatchAuthSecondFactor200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchAuthSecondFactor200>(getPatchAuthSecondFactorUrl(),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchAuthSecondFactorBody)
  }
);}



export const getPostAuthSecondFactorConfirmUrl = () => {




  return `/api/auth/second-factor/confirm`
}

/**
 * Switches codes on, and signs out everybody else.
 */
export const postAuthSecondFactorConfirm = async (postAuthSecondFactorConfirmBody: PostAuthSecondFactorConfirmBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthSecondFactorConfirmUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthSecondFactorConfirmBody)
  }
);}



export const getPostAuthSecondFactorRecoveryCodesUrl = () => {




  return `/api/auth/second-factor/recovery-codes`
}

/**
 * New ones; those before are good for nothing any more.
 */
export const postAuthSecondFactorRecoveryCodes = async (postAuthSecondFactorRecoveryCodesBody: PostAuthSecondFactorRecoveryCodesBody, options?: Parameters<typeof request>[1]): Promise<PostAuthSecondFactorRecoveryCodes201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthSecondFactorRecoveryCodes201>(getPostAuthSecondFactorRecoveryCodesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthSecondFactorRecoveryCodesBody)
  }
);}



export const getPostAuthSecondFactorEndUrl = () => {




  return `/api/auth/second-factor/end`
}

/**
 * Switches codes off.
 */
export const postAuthSecondFactorEnd = async (postAuthSecondFactorEndBody: PostAuthSecondFactorEndBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostAuthSecondFactorEndUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthSecondFactorEndBody)
  }
);}



export const getPostAuthSignInPasskeyOptionsUrl = () => {




  return `/api/auth/sign-in/passkey/options`
}

/**
 * What navigator.credentials.get() is to ask for, for five minutes, once.
 */
export const postAuthSignInPasskeyOptions = async ( options?: Parameters<typeof request>[1]): Promise<PostAuthSignInPasskeyOptions200> => {

  return request<PostAuthSignInPasskeyOptions200>(getPostAuthSignInPasskeyOptionsUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostAuthSignInPasskeyUrl = () => {




  return `/api/auth/sign-in/passkey`
}

export const postAuthSignInPasskey = async (postAuthSignInPasskeyBody: PostAuthSignInPasskeyBody, options?: Parameters<typeof request>[1]): Promise<PostAuthSignInPasskey200 | void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthSignInPasskey200 | void>(getPostAuthSignInPasskeyUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthSignInPasskeyBody)
  }
);}



export const getGetAuthPasskeysUrl = () => {




  return `/api/auth/passkeys`
}

export const getAuthPasskeys = async ( options?: Parameters<typeof request>[1]): Promise<GetAuthPasskeys200> => {

  return request<GetAuthPasskeys200>(getGetAuthPasskeysUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostAuthPasskeysUrl = () => {




  return `/api/auth/passkeys`
}

export const postAuthPasskeys = async (postAuthPasskeysBody: PostAuthPasskeysBody, options?: Parameters<typeof request>[1]): Promise<PostAuthPasskeys201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthPasskeys201>(getPostAuthPasskeysUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthPasskeysBody)
  }
);}



export const getPostAuthPasskeysOptionsUrl = () => {




  return `/api/auth/passkeys/options`
}

/**
 * What navigator.credentials.create() is to make, for five minutes, once.
 */
export const postAuthPasskeysOptions = async (postAuthPasskeysOptionsBody: PostAuthPasskeysOptionsBody, options?: Parameters<typeof request>[1]): Promise<PostAuthPasskeysOptions200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthPasskeysOptions200>(getPostAuthPasskeysOptionsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthPasskeysOptionsBody)
  }
);}



export const getPatchAuthPasskeyUrl = (id: number,) => {




  return `/api/auth/passkeys/${id}`
}

export const patchAuthPasskey = async (id: number,
    patchAuthPasskeyBody: PatchAuthPasskeyBody, options?: Parameters<typeof request>[1]): Promise<PatchAuthPasskey200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchAuthPasskey200>(getPatchAuthPasskeyUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchAuthPasskeyBody)
  }
);}



export const getDeleteAuthPasskeyUrl = (id: number,) => {




  return `/api/auth/passkeys/${id}`
}

export const deleteAuthPasskey = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteAuthPasskeyUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetAuthKeysUrl = () => {




  return `/api/auth/keys`
}

export const getAuthKeys = async ( options?: Parameters<typeof request>[1]): Promise<GetAuthKeys200> => {

  return request<GetAuthKeys200>(getGetAuthKeysUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostAuthKeysUrl = () => {




  return `/api/auth/keys`
}

export const postAuthKeys = async (postAuthKeysBody: PostAuthKeysBody, options?: Parameters<typeof request>[1]): Promise<PostAuthKeys201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAuthKeys201>(getPostAuthKeysUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAuthKeysBody)
  }
);}



export const getDeleteAuthKeyUrl = (id: number,) => {




  return `/api/auth/keys/${id}`
}

export const deleteAuthKey = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteAuthKeyUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetUsersUrl = () => {




  return `/api/users`
}

export const getUsers = async ( options?: Parameters<typeof request>[1]): Promise<GetUsers200> => {

  return request<GetUsers200>(getGetUsersUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchUserUrl = (id: number,
    params?: PatchUserParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/users/${id}?${stringifiedParams}` : `/api/users/${id}`
}

export const patchUser = async (id: number,
    patchUserBody: PatchUserBody,
    params?: PatchUserParams, options?: Parameters<typeof request>[1]): Promise<PatchUser200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchUser200>(getPatchUserUrl(id,params),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchUserBody)
  }
);}



export const getGetUsersInvitationsUrl = () => {




  return `/api/users/invitations`
}

export const getUsersInvitations = async ( options?: Parameters<typeof request>[1]): Promise<GetUsersInvitations200> => {

  return request<GetUsersInvitations200>(getGetUsersInvitationsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostUsersInvitationsUrl = () => {




  return `/api/users/invitations`
}

export const postUsersInvitations = async (postUsersInvitationsBody: PostUsersInvitationsBody, options?: Parameters<typeof request>[1]): Promise<PostUsersInvitations201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostUsersInvitations201>(getPostUsersInvitationsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postUsersInvitationsBody)
  }
);}



export const getDeleteUsersInvitationUrl = (id: number,) => {




  return `/api/users/invitations/${id}`
}

export const deleteUsersInvitation = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteUsersInvitationUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetMeExportUrl = () => {




  return `/api/me/export`
}

/**
 * All that is yours, as lines of JSON (application/x-ndjson): first {"export"}, then {"table", "row"} of each row, last {"end", "rows"}: one without that was cut off. What is secret is masked or left out.
 */
export const getMeExport = async ( options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getGetMeExportUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostMeDeletionUrl = () => {




  return `/api/me/deletion`
}

/**
 * Deletes your account and all that is yours, for good. There is no way back.
 */
export const postMeDeletion = async (postMeDeletionBody: PostMeDeletionBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostMeDeletionUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postMeDeletionBody)
  }
);}



export const getGetMeAuditUrl = (params?: GetMeAuditParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/me/audit?${stringifiedParams}` : `/api/me/audit`
}

/**
 * What you did, and what was done to your account or what is yours, newest first.
 */
export const getMeAudit = async (params?: GetMeAuditParams, options?: Parameters<typeof request>[1]): Promise<GetMeAudit200> => {

  return request<GetMeAudit200>(getGetMeAuditUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetAuditUrl = (params?: GetAuditParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/audit?${stringifiedParams}` : `/api/audit`
}

/**
 * What everybody did, newest first.
 */
export const getAudit = async (params?: GetAuditParams, options?: Parameters<typeof request>[1]): Promise<GetAudit200> => {

  return request<GetAudit200>(getGetAuditUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetListingsUrl = (params?: GetListingsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    const explodeParameters = ["category","marketplace","condition","kind"];

    if (Array.isArray(value) && explodeParameters.includes(key)) {
      value.forEach((v) => {
        normalizedParams.append(key, v === null ? 'null' : String(v));
      });
      return;
    }

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/listings?${stringifiedParams}` : `/api/listings`
}

/**
 * Newest first.
 */
export const getListings = async (params?: GetListingsParams, options?: Parameters<typeof request>[1]): Promise<GetListings200> => {

  return request<GetListings200>(getGetListingsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDealsUrl = (params?: GetDealsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    const explodeParameters = ["category","marketplace","condition","kind"];

    if (Array.isArray(value) && explodeParameters.includes(key)) {
      value.forEach((v) => {
        normalizedParams.append(key, v === null ? 'null' : String(v));
      });
      return;
    }

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/deals?${stringifiedParams}` : `/api/deals`
}

/**
 * What is for sale now, best deal score first, or in another order, without what you have hidden. `profit` has only what a profit is known of, `ends` only what ends at a known moment to come.
 */
export const getDeals = async (params?: GetDealsParams, options?: Parameters<typeof request>[1]): Promise<GetDeals200> => {

  return request<GetDeals200>(getGetDealsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetListingsCardsUrl = (params: GetListingsCardsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/listings/cards?${stringifiedParams}` : `/api/listings/cards`
}

/**
 * Listings by their ids, as lists of deals show them, in that order and whatever became of them. What is not yours to see is left out. At most 100.
 */
export const getListingsCards = async (params: GetListingsCardsParams, options?: Parameters<typeof request>[1]): Promise<GetListingsCards200> => {

  return request<GetListingsCards200>(getGetListingsCardsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetListingsAtUrl = (params: GetListingsAtParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/listings/at?${stringifiedParams}` : `/api/listings/at`
}

/**
 * The stored listing behind the address of its page, as copied from a browser. Where there is none, the code says whether it can be watched by its link (listing-not-stored) or its site is none that is known (unknown-site).
 */
export const getListingsAt = async (params: GetListingsAtParams, options?: Parameters<typeof request>[1]): Promise<GetListingsAt200> => {

  return request<GetListingsAt200>(getGetListingsAtUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetListingUrl = (id: number,) => {




  return `/api/listings/${id}`
}

export const getListing = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetListing200> => {

  return request<GetListing200>(getGetListingUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetListingSimilarUrl = (id: number,) => {




  return `/api/listings/${id}/similar`
}

/**
 * What is like a listing and for sale now, most alike first; other listings of the same thing, which are in its cluster, are left out. At most 12.
 */
export const getListingSimilar = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetListingSimilar200> => {

  return request<GetListingSimilar200>(getGetListingSimilarUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDealsFacetsUrl = (params?: GetDealsFacetsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    const explodeParameters = ["category","marketplace","condition","kind"];

    if (Array.isArray(value) && explodeParameters.includes(key)) {
      value.forEach((v) => {
        normalizedParams.append(key, v === null ? 'null' : String(v));
      });
      return;
    }

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/deals/facets?${stringifiedParams}` : `/api/deals/facets`
}

/**
 * How many deals there are of each value of each filter, beside the other filters that are given. Of at most 10000 that fit: where isCapped, so many at least. Collapsed, a thing counts once, as its newest listing.
 */
export const getDealsFacets = async (params?: GetDealsFacetsParams, options?: Parameters<typeof request>[1]): Promise<GetDealsFacets200> => {

  return request<GetDealsFacets200>(getGetDealsFacetsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDealsPointsUrl = (params?: GetDealsPointsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    const explodeParameters = ["category","marketplace","condition","kind"];

    if (Array.isArray(value) && explodeParameters.includes(key)) {
      value.forEach((v) => {
        normalizedParams.append(key, v === null ? 'null' : String(v));
      });
      return;
    }

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/deals/points?${stringifiedParams}` : `/api/deals/points`
}

/**
 * Where deals are, for a map, in columns. Of more than 10000 those with the most points of their deal score that everybody sees alike: then `truncated` is true, and `total` is how many there are.
 */
export const getDealsPoints = async (params?: GetDealsPointsParams, options?: Parameters<typeof request>[1]): Promise<GetDealsPoints200> => {

  return request<GetDealsPoints200>(getGetDealsPointsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDealsCsvUrl = (params?: GetDealsCsvParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    const explodeParameters = ["category","marketplace","condition","kind"];

    if (Array.isArray(value) && explodeParameters.includes(key)) {
      value.forEach((v) => {
        normalizedParams.append(key, v === null ? 'null' : String(v));
      });
      return;
    }

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/deals.csv?${stringifiedParams}` : `/api/deals.csv`
}

/**
 * The same deals as a table for a spreadsheet (text/csv, UTF-8). What begins like a formula has an apostrophe before it.
 */
export const getDealsCsv = async (params?: GetDealsCsvParams, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getGetDealsCsvUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutListingMarkUrl = (id: number,) => {




  return `/api/listings/${id}/mark`
}

/**
 * What you did with a listing, and your note on it, for you alone; what is left out stays. Whoever hides, contacts or buys something has seen it.
 */
export const putListingMark = async (id: number,
    putListingMarkBody: PutListingMarkBody, options?: Parameters<typeof request>[1]): Promise<PutListingMark200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutListingMark200>(getPutListingMarkUrl(id),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putListingMarkBody)
  }
);}



export const getPostListingsMarksUrl = () => {




  return `/api/listings/marks`
}

/**
 * The same for many, by their ids or by all that fits a filter of /api/deals (at most 10,000), and up to when all was seen. One undo takes the whole back.
 */
export const postListingsMarks = async (postListingsMarksBody: PostListingsMarksBody, options?: Parameters<typeof request>[1]): Promise<PostListingsMarks200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostListingsMarks200>(getPostListingsMarksUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postListingsMarksBody)
  }
);}



export const getPostListingsMarksUndoUrl = () => {




  return `/api/listings/marks/undo`
}

/**
 * Takes a change of marks back, within a day; the answer names how to take that back.
 */
export const postListingsMarksUndo = async (postListingsMarksUndoBody: PostListingsMarksUndoBody, options?: Parameters<typeof request>[1]): Promise<PostListingsMarksUndo200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostListingsMarksUndo200>(getPostListingsMarksUndoUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postListingsMarksUndoBody)
  }
);}



export const getGetStreamUrl = (params?: GetStreamParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/stream?${stringifiedParams}` : `/api/stream`
}

/**
 * What happens, while it happens (Server-Sent Events): listings-new, prices-changed, listings-ended, told, inbox-read, deliveries-changed, rules-changed, sources-changed, scan-progress, import-progress, watches-changed, sell-changed, marks-changed, with JSON as data, each told once and in the order in which it was written; only what you may see. Each has an id; who comes back with it in `Last-Event-ID` (or `after`) is told first what was missed. Where that is too old or unknown, `reset` comes instead: read what you show anew. `ready` says that what follows is live, `beat` every 20 s that it still is. It ends when your session or key does. docs/live.md
 */
export const getStream = async (params?: GetStreamParams, options?: Parameters<typeof request>[1]): Promise<string> => {

  return request<string>(getGetStreamUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSummaryUrl = () => {




  return `/api/summary`
}

/**
 * What you should know first: unread messages, deals that are new to you, sources that show nothing, and what needs a hand.
 */
export const getSummary = async ( options?: Parameters<typeof request>[1]): Promise<GetSummary200> => {

  return request<GetSummary200>(getGetSummaryUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetViewsUrl = () => {




  return `/api/views`
}

/**
 * Your saved views of the deals, the oldest first.
 */
export const getViews = async ( options?: Parameters<typeof request>[1]): Promise<GetViews200> => {

  return request<GetViews200>(getGetViewsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostViewsUrl = () => {




  return `/api/views`
}

/**
 * Keeps a view: a name, and what follows the ? of its address. At most 30, each by a name of its own.
 */
export const postViews = async (postViewsBody: PostViewsBody, options?: Parameters<typeof request>[1]): Promise<PostViews201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostViews201>(getPostViewsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postViewsBody)
  }
);}



export const getPatchViewUrl = (id: number,) => {




  return `/api/views/${id}`
}

/**
 * Renames a view or has it show something else; what is left out stays.
 */
export const patchView = async (id: number,
    patchViewBody: PatchViewBody, options?: Parameters<typeof request>[1]): Promise<PatchView200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchView200>(getPatchViewUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchViewBody)
  }
);}



export const getDeleteViewUrl = (id: number,) => {




  return `/api/views/${id}`
}

export const deleteView = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteViewUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetClustersUrl = (params?: GetClustersParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/clusters?${stringifiedParams}` : `/api/clusters`
}

/**
 * Listings that are the same thing, the last changed first or the largest first.
 */
export const getClusters = async (params?: GetClustersParams, options?: Parameters<typeof request>[1]): Promise<GetClusters200> => {

  return request<GetClusters200>(getGetClustersUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetClusterUrl = (id: number,) => {




  return `/api/clusters/${id}`
}

export const getCluster = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetCluster200> => {

  return request<GetCluster200>(getGetClusterUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetListingClusterUrl = (id: number,) => {




  return `/api/listings/${id}/cluster`
}

/**
 * The cluster of a listing (null when it is alone), and what else may be the same thing.
 */
export const getListingCluster = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetListingCluster200> => {

  return request<GetListingCluster200>(getGetListingClusterUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostClustersMergeUrl = () => {




  return `/api/clusters/merge`
}

/**
 * These listings, and all in their clusters, are one thing. Remembered.
 */
export const postClustersMerge = async (postClustersMergeBody: PostClustersMergeBody, options?: Parameters<typeof request>[1]): Promise<PostClustersMerge200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostClustersMerge200>(getPostClustersMergeUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postClustersMergeBody)
  }
);}



export const getPostListingSplitUrl = (id: number,) => {




  return `/api/listings/${id}/split`
}

/**
 * This listing is another thing than the rest of its cluster. Remembered.
 */
export const postListingSplit = async (id: number, options?: Parameters<typeof request>[1]): Promise<PostListingSplit200> => {

  return request<PostListingSplit200>(getPostListingSplitUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetPhotoUrl = (listing: number,
    n: number,
    params?: GetPhotoParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/photos/${listing}/${n}?${stringifiedParams}` : `/api/photos/${listing}/${n}`
}

/**
 * The n-th photo of a listing, from 0 on, cut down to a width.
 */
export const getPhoto = async (listing: number,
    n: number,
    params?: GetPhotoParams, options?: Parameters<typeof request>[1]): Promise<Blob> => {

  return request<Blob>(getGetPhotoUrl(listing,n,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetListingMessageUrl = (id: number,
    params?: GetListingMessageParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/listings/${id}/message?${stringifiedParams}` : `/api/listings/${id}/message`
}

/**
 * A draft to the seller with a suggested opening offer. It is never sent: a person does that.
 */
export const getListingMessage = async (id: number,
    params?: GetListingMessageParams, options?: Parameters<typeof request>[1]): Promise<GetListingMessage200> => {

  return request<GetListingMessage200>(getGetListingMessageUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetMessageTemplatesUrl = () => {




  return `/api/message-templates`
}

/**
 * Your own by name, then the built-in ones.
 */
export const getMessageTemplates = async ( options?: Parameters<typeof request>[1]): Promise<GetMessageTemplates200> => {

  return request<GetMessageTemplates200>(getGetMessageTemplatesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostMessageTemplatesUrl = () => {




  return `/api/message-templates`
}

export const postMessageTemplates = async (postMessageTemplatesBody: PostMessageTemplatesBody, options?: Parameters<typeof request>[1]): Promise<PostMessageTemplates201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostMessageTemplates201>(getPostMessageTemplatesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postMessageTemplatesBody)
  }
);}



export const getPostMessageTemplatesPreviewUrl = () => {




  return `/api/message-templates/preview`
}

export const postMessageTemplatesPreview = async (postMessageTemplatesPreviewBody: PostMessageTemplatesPreviewBody, options?: Parameters<typeof request>[1]): Promise<PostMessageTemplatesPreview200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostMessageTemplatesPreview200>(getPostMessageTemplatesPreviewUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postMessageTemplatesPreviewBody)
  }
);}



export const getPutMessageTemplateUrl = (id: number,) => {




  return `/api/message-templates/${id}`
}

export const putMessageTemplate = async (id: number,
    putMessageTemplateBody: PutMessageTemplateBody, options?: Parameters<typeof request>[1]): Promise<PutMessageTemplate200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutMessageTemplate200>(getPutMessageTemplateUrl(id),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putMessageTemplateBody)
  }
);}



export const getDeleteMessageTemplateUrl = (id: number,) => {




  return `/api/message-templates/${id}`
}

export const deleteMessageTemplate = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteMessageTemplateUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetItemsUrl = (params?: GetItemsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/items?${stringifiedParams}` : `/api/items`
}

/**
 * Things that you own or have sold, newest first.
 */
export const getItems = async (params?: GetItemsParams, options?: Parameters<typeof request>[1]): Promise<GetItems200> => {

  return request<GetItems200>(getGetItemsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostItemsUrl = () => {




  return `/api/items`
}

/**
 * Puts a thing into your stock: by hand, or the deal that you bought (listingId), with what it cost and what selling it again should bring.
 */
export const postItems = async (postItemsBody: PostItemsBody, options?: Parameters<typeof request>[1]): Promise<PostItems201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostItems201>(getPostItemsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postItemsBody)
  }
);}



export const getGetItemUrl = (id: number,) => {




  return `/api/items/${id}`
}

export const getItem = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetItem200> => {

  return request<GetItem200>(getGetItemUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchItemUrl = (id: number,) => {




  return `/api/items/${id}`
}

/**
 * What is left out stays. `aside` takes it out of sale: kept, or lost.
 */
export const patchItem = async (id: number,
    patchItemBody: PatchItemBody, options?: Parameters<typeof request>[1]): Promise<PatchItem200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchItem200>(getPatchItemUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchItemBody)
  }
);}



export const getDeleteItemUrl = (id: number,) => {




  return `/api/items/${id}`
}

/**
 * Only of what was never sold: sales stay in your books.
 */
export const deleteItem = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteItemUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetItemPricesUrl = (id: number,) => {




  return `/api/items/${id}/prices`
}

/**
 * What to ask for it: three prices, from one that sells fast to one that takes patience, with what each leaves at the best places by your settings, how many comparables ask more, and the price below which you lose money. Nothing is suggested where the value is unknown.
 */
export const getItemPrices = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetItemPrices200> => {

  return request<GetItemPrices200>(getGetItemPricesUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostItemPostsUrl = (id: number,) => {




  return `/api/items/${id}/posts`
}

/**
 * That it stands on a marketplace now, as you say.
 */
export const postItemPosts = async (id: number,
    postItemPostsBody: PostItemPostsBody, options?: Parameters<typeof request>[1]): Promise<PostItemPosts201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostItemPosts201>(getPostItemPostsUrl(id),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postItemPostsBody)
  }
);}



export const getPatchPostUrl = (id: number,) => {




  return `/api/posts/${id}`
}

/**
 * Its address or price there, or that it was taken down (`ended`).
 */
export const patchPost = async (id: number,
    patchPostBody: PatchPostBody, options?: Parameters<typeof request>[1]): Promise<PatchPost200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchPost200>(getPatchPostUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchPostBody)
  }
);}



export const getGetSellPlacesUrl = () => {




  return `/api/sell/places`
}

/**
 * Marketplaces whose forms for ads are known, with their limits as commonly published. Nothing is filled in or sent by itself.
 */
export const getSellPlaces = async ( options?: Parameters<typeof request>[1]): Promise<GetSellPlaces200> => {

  return request<GetSellPlaces200>(getGetSellPlacesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetItemAdUrl = (id: number,
    marketplace: string,) => {




  return `/api/items/${id}/ads/${marketplace}`
}

/**
 * The ad of a thing for a marketplace, field by field in the order of its form and within its limits: written of what you said of the thing, or as you wrote it; with what to mend before you post it.
 */
export const getItemAd = async (id: number,
    marketplace: string, options?: Parameters<typeof request>[1]): Promise<GetItemAd200> => {

  return request<GetItemAd200>(getGetItemAdUrl(id,marketplace),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchItemAdUrl = (id: number,
    marketplace: string,) => {




  return `/api/items/${id}/ads/${marketplace}`
}

/**
 * Writes title, description or price of the ad yourself; null goes back to what is written of the facts.
 */
export const patchItemAd = async (id: number,
    marketplace: string,
    patchItemAdBody: PatchItemAdBody, options?: Parameters<typeof request>[1]): Promise<PatchItemAd200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchItemAd200>(getPatchItemAdUrl(id,marketplace),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchItemAdBody)
  }
);}



export const getGetSellPanelUrl = (params: GetSellPanelParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/sell/panel?${stringifiedParams}` : `/api/sell/panel`
}

/**
 * What can be posted on the page that you have before you: whether its marketplace is known, whether it is its form for ads or an ad, and your things that are for sale.
 */
export const getSellPanel = async (params: GetSellPanelParams, options?: Parameters<typeof request>[1]): Promise<GetSellPanel200> => {

  return request<GetSellPanel200>(getGetSellPanelUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellPanelAdUrl = (id: number,
    marketplace: string,) => {




  return `/api/sell/panel/${id}/ads/${marketplace}`
}

/**
 * The ad of a thing for a marketplace, to be shown beside its form.
 */
export const getSellPanelAd = async (id: number,
    marketplace: string, options?: Parameters<typeof request>[1]): Promise<GetSellPanelAd200> => {

  return request<GetSellPanelAd200>(getGetSellPanelAdUrl(id,marketplace),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellStyleUrl = () => {




  return `/api/sell/style`
}

/**
 * How your ads are written.
 */
export const getSellStyle = async ( options?: Parameters<typeof request>[1]): Promise<GetSellStyle200> => {

  return request<GetSellStyle200>(getGetSellStyleUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutSellStyleUrl = () => {




  return `/api/sell/style`
}

/**
 * How your ads are written: tone, pick-up or shipping, place, own words before and after. Texts that you wrote yourself stay.
 */
export const putSellStyle = async (putSellStyleBody: PutSellStyleBody, options?: Parameters<typeof request>[1]): Promise<PutSellStyle200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutSellStyle200>(getPutSellStyleUrl(),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putSellStyleBody)
  }
);}



export const getGetSalesUrl = (params?: GetSalesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/sales?${stringifiedParams}` : `/api/sales`
}

/**
 * What you sold, latest first, with its money.
 */
export const getSales = async (params?: GetSalesParams, options?: Parameters<typeof request>[1]): Promise<GetSales200> => {

  return request<GetSales200>(getGetSalesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostSalesUrl = () => {




  return `/api/sales`
}

/**
 * Writes a sale down with its money. Where nothing is left of the thing, its other posts wait to be taken down. The same `reference` of a marketplace again is the same sale. Fees that are left out are counted by your fees (/api/settings/selling).
 */
export const postSales = async (postSalesBody: PostSalesBody, options?: Parameters<typeof request>[1]): Promise<PostSales201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSales201>(getPostSalesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSalesBody)
  }
);}



export const getGetSaleUrl = (id: number,) => {




  return `/api/sales/${id}`
}

export const getSale = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetSale200> => {

  return request<GetSale200>(getGetSaleUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchSaleUrl = (id: number,) => {




  return `/api/sales/${id}`
}

/**
 * What became of it. What is cancelled or refunded goes back in amounts of their own; nothing is taken out of your books.
 */
export const patchSale = async (id: number,
    patchSaleBody: PatchSaleBody, options?: Parameters<typeof request>[1]): Promise<PatchSale200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchSale200>(getPatchSaleUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchSaleBody)
  }
);}



export const getGetSellTasksUrl = () => {




  return `/api/sell/tasks`
}

/**
 * What waits for you: posts to take down, things sold too often, parcels to send.
 */
export const getSellTasks = async ( options?: Parameters<typeof request>[1]): Promise<GetSellTasks200> => {

  return request<GetSellTasks200>(getGetSellTasksUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetMoneyUrl = (params?: GetMoneyParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/money?${stringifiedParams}` : `/api/money`
}

/**
 * Every amount of your books, latest first.
 */
export const getMoney = async (params?: GetMoneyParams, options?: Parameters<typeof request>[1]): Promise<GetMoney200> => {

  return request<GetMoney200>(getGetMoneyUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostMoneyUrl = () => {




  return `/api/money`
}

/**
 * Books an amount: of an item, of one sale of it, or of none (boxes, a drive).
 */
export const postMoney = async (postMoneyBody: PostMoneyBody, options?: Parameters<typeof request>[1]): Promise<PostMoney201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostMoney201>(getPostMoneyUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postMoneyBody)
  }
);}



export const getDeleteMoneyUrl = (id: number,) => {




  return `/api/money/${id}`
}

/**
 * Strikes out what you typed or imported.
 */
export const deleteMoney = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteMoneyUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetProfitUrl = (params?: GetProfitParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/profit?${stringifiedParams}` : `/api/profit`
}

/**
 * What was earned, by month, marketplace, category or item and by currency, beside what was expected when the things were bought. Nothing is converted.
 */
export const getProfit = async (params?: GetProfitParams, options?: Parameters<typeof request>[1]): Promise<GetProfit200> => {

  return request<GetProfit200>(getGetProfitUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellExportCsvUrl = (params?: GetSellExportCsvParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/sell/export.csv?${stringifiedParams}` : `/api/sell/export.csv`
}

/**
 * A year of your books as a table (text/csv, UTF-8): sales, money, inventory at its end, or the sums of a US Schedule C, which is no tax advice.
 */
export const getSellExportCsv = async (params?: GetSellExportCsvParams, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getGetSellExportCsvUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostDrivesUrl = () => {




  return `/api/drives`
}

/**
 * Books a drive in miles or kilometres as an amount of the kind `mileage`, by your rate of that day or the one that is given; its note keeps distance, unit and rate.
 */
export const postDrives = async (postDrivesBody: PostDrivesBody, options?: Parameters<typeof request>[1]): Promise<PostDrives201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostDrives201>(getPostDrivesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postDrivesBody)
  }
);}



export const getGetSellBooksUrl = () => {




  return `/api/sell/books`
}

/**
 * How your books are kept: what a mile or a kilometre counts, on which days, and in which line of the year’s sums each kind of amount is.
 */
export const getSellBooks = async ( options?: Parameters<typeof request>[1]): Promise<GetSellBooks200> => {

  return request<GetSellBooks200>(getGetSellBooksUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchSellBooksUrl = () => {




  return `/api/sell/books`
}

/**
 * What is left out stays. What is booked already keeps its amounts; the sums of every year follow the lines.
 */
export const patchSellBooks = async (patchSellBooksBody: PatchSellBooksBody, options?: Parameters<typeof request>[1]): Promise<PatchSellBooks200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchSellBooks200>(getPatchSellBooksUrl(),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchSellBooksBody)
  }
);}



export const getPostSellImportUrl = () => {




  return `/api/sell/import`
}

/**
 * Takes a table (CSV) of things for sale or sold into your stock and books: our own exports, reports of eBay, tables of listing tools. The same table again changes nothing. A dry run only says what would be read.
 */
export const postSellImport = async (postSellImportBody: PostSellImportBody, options?: Parameters<typeof request>[1]): Promise<PostSellImport200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSellImport200>(getPostSellImportUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSellImportBody)
  }
);}



export const getPostSellPhotosUrl = () => {




  return `/api/sell/photos`
}

/**
 * multipart/form-data with one photo: JPEG, PNG, WebP, AVIF or HEIC, of 40 MB at the most. It is known by what is in it: sent again, also after an upload that broke, it is the photo that is there already (200). What is no picture is kept, as refused, with why.
 */
export const postSellPhotos = async ( options?: Parameters<typeof request>[1]): Promise<PostSellPhotos200 | PostSellPhotos201> => {

  return request<PostSellPhotos200 | PostSellPhotos201>(getPostSellPhotosUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetSellPhotosUrl = () => {




  return `/api/sell/photos`
}

/**
 * Photos that belong to no thing yet, one group for each thing that they seem to show: by when they were taken, whether they are the same picture, and how they look; or as you put them.
 */
export const getSellPhotos = async ( options?: Parameters<typeof request>[1]): Promise<GetSellPhotos200> => {

  return request<GetSellPhotos200>(getGetSellPhotosUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostSellPhotosKnownUrl = () => {




  return `/api/sell/photos/known`
}

/**
 * Which of these files, by their SHA-256, are there already: they need not be sent.
 */
export const postSellPhotosKnown = async (postSellPhotosKnownBody: PostSellPhotosKnownBody, options?: Parameters<typeof request>[1]): Promise<PostSellPhotosKnown200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSellPhotosKnown200>(getPostSellPhotosKnownUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSellPhotosKnownBody)
  }
);}



export const getPutSellPhotosGroupsUrl = () => {




  return `/api/sell/photos/groups`
}

/**
 * Photos stay in these groups and in this order. What is not named stays where it is.
 */
export const putSellPhotosGroups = async (putSellPhotosGroupsBody: PutSellPhotosGroupsBody, options?: Parameters<typeof request>[1]): Promise<PutSellPhotosGroups200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutSellPhotosGroups200>(getPutSellPhotosGroupsUrl(),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putSellPhotosGroupsBody)
  }
);}



export const getPostSellPhotosItemsUrl = () => {




  return `/api/sell/photos/items`
}

/**
 * Puts a thing into your stock for each group of photos; all of them, or none.
 */
export const postSellPhotosItems = async (postSellPhotosItemsBody: PostSellPhotosItemsBody, options?: Parameters<typeof request>[1]): Promise<PostSellPhotosItems201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSellPhotosItems201>(getPostSellPhotosItemsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSellPhotosItemsBody)
  }
);}



export const getGetSellPhotoUrl = (id: number,) => {




  return `/api/sell/photos/${id}`
}

export const getSellPhoto = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetSellPhoto200> => {

  return request<GetSellPhoto200>(getGetSellPhotoUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchSellPhotoUrl = (id: number,) => {




  return `/api/sell/photos/${id}`
}

/**
 * Which version is shown and sold by; `plain` undoes what was cleaned or cut out.
 */
export const patchSellPhoto = async (id: number,
    patchSellPhotoBody: PatchSellPhotoBody, options?: Parameters<typeof request>[1]): Promise<PatchSellPhoto200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchSellPhoto200>(getPatchSellPhotoUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchSellPhotoBody)
  }
);}



export const getDeleteSellPhotoUrl = (id: number,) => {




  return `/api/sell/photos/${id}`
}

/**
 * With its file, for good.
 */
export const deleteSellPhoto = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteSellPhotoUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getPostSellPhotoCutOutUrl = (id: number,) => {




  return `/api/sell/photos/${id}/cut-out`
}

/**
 * Asks for the background to be taken away: by the add-on, where it is installed, else before a plain background. A mask that is not good enough changes nothing, and says so.
 */
export const postSellPhotoCutOut = async (id: number, options?: Parameters<typeof request>[1]): Promise<PostSellPhotoCutOut200> => {

  return request<PostSellPhotoCutOut200>(getPostSellPhotoCutOutUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetSellPhotoFileUrl = (id: number,
    params?: GetSellPhotoFileParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/sell/photos/${id}/file?${stringifiedParams}` : `/api/sell/photos/${id}/file`
}

/**
 * A version of a photo as JPEG with nothing in it but the picture; `original` is the file as it came, with its place and time.
 */
export const getSellPhotoFile = async (id: number,
    params?: GetSellPhotoFileParams, options?: Parameters<typeof request>[1]): Promise<Blob> => {

  return request<Blob>(getGetSellPhotoFileUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetItemPhotosUrl = (id: number,) => {




  return `/api/items/${id}/photos`
}

/**
 * Photos of a thing in their order, what they may show, and what you said that it is.
 */
export const getItemPhotos = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetItemPhotos200> => {

  return request<GetItemPhotos200>(getGetItemPhotosUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutItemPhotosUrl = (id: number,) => {




  return `/api/items/${id}/photos`
}

/**
 * Its photos in this order; the first is the one that buyers see first. Others are loose again.
 */
export const putItemPhotos = async (id: number,
    putItemPhotosBody: PutItemPhotosBody, options?: Parameters<typeof request>[1]): Promise<PutItemPhotos200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutItemPhotos200>(getPutItemPhotosUrl(id),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putItemPhotosBody)
  }
);}



export const getPutItemFactsUrl = (id: number,) => {




  return `/api/items/${id}/facts`
}

/**
 * What a field of the thing is. What a recogniser offered keeps its confidence and origin; all else is what you typed.
 */
export const putItemFacts = async (id: number,
    putItemFactsBody: PutItemFactsBody, options?: Parameters<typeof request>[1]): Promise<PutItemFacts200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutItemFacts200>(getPutItemFactsUrl(id),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putItemFactsBody)
  }
);}



export const getGetItemPhotosZipUrl = (id: number,
    params?: GetItemPhotosZipParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/items/${id}/photos.zip?${stringifiedParams}` : `/api/items/${id}/photos.zip`
}

/**
 * Its photos as JPEG, numbered in their order, none longer than so many pixels.
 */
export const getItemPhotosZip = async (id: number,
    params?: GetItemPhotosZipParams, options?: Parameters<typeof request>[1]): Promise<Blob> => {

  return request<Blob>(getGetItemPhotosZipUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellApiPlacesUrl = () => {




  return `/api/sell/api-places`
}

/**
 * Marketplaces where ads are posted by an API, and their sites.
 */
export const getSellApiPlaces = async ( options?: Parameters<typeof request>[1]): Promise<GetSellApiPlaces200> => {

  return request<GetSellApiPlaces200>(getGetSellApiPlacesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellApiPlacePreflightUrl = (marketplace: string,
    site: string,) => {




  return `/api/sell/api-places/${marketplace}/${site}/preflight`
}

/**
 * What is missing at the marketplace before you can post, and the policies and places that you have there. It is asked now.
 */
export const getSellApiPlacePreflight = async (marketplace: string,
    site: string, options?: Parameters<typeof request>[1]): Promise<GetSellApiPlacePreflight200> => {

  return request<GetSellApiPlacePreflight200>(getGetSellApiPlacePreflightUrl(marketplace,site),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostSellApiPlaceLocationsUrl = (marketplace: string,
    site: string,) => {




  return `/api/sell/api-places/${marketplace}/${site}/locations`
}

/**
 * Tells the marketplace from where you ship, where a program alone can say that. Said again it changes nothing.
 */
export const postSellApiPlaceLocations = async (marketplace: string,
    site: string,
    postSellApiPlaceLocationsBody: PostSellApiPlaceLocationsBody, options?: Parameters<typeof request>[1]): Promise<PostSellApiPlaceLocations200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSellApiPlaceLocations200>(getPostSellApiPlaceLocationsUrl(marketplace,site),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSellApiPlaceLocationsBody)
  }
);}



export const getGetSellApiPlaceCategoriesUrl = (marketplace: string,
    site: string,
    params: GetSellApiPlaceCategoriesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/sell/api-places/${marketplace}/${site}/categories?${stringifiedParams}` : `/api/sell/api-places/${marketplace}/${site}/categories`
}

/**
 * Categories that fit a title, the best first.
 */
export const getSellApiPlaceCategories = async (marketplace: string,
    site: string,
    params: GetSellApiPlaceCategoriesParams, options?: Parameters<typeof request>[1]): Promise<GetSellApiPlaceCategories200> => {

  return request<GetSellApiPlaceCategories200>(getGetSellApiPlaceCategoriesUrl(marketplace,site,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellApiPlaceCategorieUrl = (marketplace: string,
    site: string,
    category: string,) => {




  return `/api/sell/api-places/${marketplace}/${site}/categories/${category}`
}

/**
 * What a category asks for: specifics and conditions.
 */
export const getSellApiPlaceCategorie = async (marketplace: string,
    site: string,
    category: string, options?: Parameters<typeof request>[1]): Promise<GetSellApiPlaceCategorie200> => {

  return request<GetSellApiPlaceCategorie200>(getGetSellApiPlaceCategorieUrl(marketplace,site,category),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetItemApiPostUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}`
}

/**
 * An ad that is posted by the API of a marketplace: what it says, what is missing, and what became of it there.
 */
export const getItemApiPost = async (id: number,
    marketplace: string,
    site: string, options?: Parameters<typeof request>[1]): Promise<GetItemApiPost200> => {

  return request<GetItemApiPost200>(getGetItemApiPostUrl(id,marketplace,site),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchItemApiPostUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}`
}

/**
 * Keeps what you chose of it: category, specifics, condition, policies, place, number, weight, offers. Title, text and price are those of the ad for this marketplace.
 */
export const patchItemApiPost = async (id: number,
    marketplace: string,
    site: string,
    patchItemApiPostBody: PatchItemApiPostBody, options?: Parameters<typeof request>[1]): Promise<PatchItemApiPost200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchItemApiPost200>(getPatchItemApiPostUrl(id,marketplace,site),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchItemApiPostBody)
  }
);}



export const getPostItemApiPostCheckUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}/check`
}

/**
 * Puts it there as a draft that nobody sees, photos and all, and has its fees shown. What is missing is told by field, and nothing is sent then. It goes on by itself: read it again.
 */
export const postItemApiPostCheck = async (id: number,
    marketplace: string,
    site: string, options?: Parameters<typeof request>[1]): Promise<PostItemApiPostCheck200> => {

  return request<PostItemApiPostCheck200>(getPostItemApiPostCheckUrl(id,marketplace,site),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostItemApiPostConfirmationUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}/confirmation`
}

/**
 * The fees of what was checked, with a confirmation that publishes exactly that: good once and for 15 minutes. For a person who signed in and may write, never for a key.
 */
export const postItemApiPostConfirmation = async (id: number,
    marketplace: string,
    site: string, options?: Parameters<typeof request>[1]): Promise<PostItemApiPostConfirmation200> => {

  return request<PostItemApiPostConfirmation200>(getPostItemApiPostConfirmationUrl(id,marketplace,site),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostItemApiPostPublishUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}/publish`
}

/**
 * Lists it, by a confirmation. An answer that never comes is read back, never repeated blindly. For a person who signed in and may write, never for a key.
 */
export const postItemApiPostPublish = async (id: number,
    marketplace: string,
    site: string,
    postItemApiPostPublishBody: PostItemApiPostPublishBody, options?: Parameters<typeof request>[1]): Promise<PostItemApiPostPublish200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostItemApiPostPublish200>(getPostItemApiPostPublishUrl(id,marketplace,site),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postItemApiPostPublishBody)
  }
);}



export const getPostItemApiPostReviseUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}/revise`
}

/**
 * Another price, number, title, text or other offers of an ad that stands there; what is left out stays.
 */
export const postItemApiPostRevise = async (id: number,
    marketplace: string,
    site: string,
    postItemApiPostReviseBody: PostItemApiPostReviseBody, options?: Parameters<typeof request>[1]): Promise<PostItemApiPostRevise200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostItemApiPostRevise200>(getPostItemApiPostReviseUrl(id,marketplace,site),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postItemApiPostReviseBody)
  }
);}



export const getPostItemApiPostEndUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}/end`
}

/**
 * Ends its listing there; it is tried until it has ended.
 */
export const postItemApiPostEnd = async (id: number,
    marketplace: string,
    site: string, options?: Parameters<typeof request>[1]): Promise<PostItemApiPostEnd200> => {

  return request<PostItemApiPostEnd200>(getPostItemApiPostEndUrl(id,marketplace,site),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostItemApiPostLookUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}/look`
}

/**
 * Reads how it stands there now, and shows what was changed there.
 */
export const postItemApiPostLook = async (id: number,
    marketplace: string,
    site: string, options?: Parameters<typeof request>[1]): Promise<PostItemApiPostLook200> => {

  return request<PostItemApiPostLook200>(getPostItemApiPostLookUrl(id,marketplace,site),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostItemApiPostOffersUrl = (id: number,
    marketplace: string,
    site: string,) => {




  return `/api/items/${id}/api-posts/${marketplace}/${site}/offers`
}

/**
 * Sends those who watch its listing a lower price. For a person who signed in and may write, never for a key.
 */
export const postItemApiPostOffers = async (id: number,
    marketplace: string,
    site: string,
    postItemApiPostOffersBody: PostItemApiPostOffersBody, options?: Parameters<typeof request>[1]): Promise<PostItemApiPostOffers200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostItemApiPostOffers200>(getPostItemApiPostOffersUrl(id,marketplace,site),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postItemApiPostOffersBody)
  }
);}



export const getGetItemApiPostCallsUrl = (id: number,
    marketplace: string,
    site: string,
    params?: GetItemApiPostCallsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/items/${id}/api-posts/${marketplace}/${site}/calls?${stringifiedParams}` : `/api/items/${id}/api-posts/${marketplace}/${site}/calls`
}

/**
 * Every call that was made to the marketplace for it, the newest first.
 */
export const getItemApiPostCalls = async (id: number,
    marketplace: string,
    site: string,
    params?: GetItemApiPostCallsParams, options?: Parameters<typeof request>[1]): Promise<GetItemApiPostCalls200> => {

  return request<GetItemApiPostCalls200>(getGetItemApiPostCallsUrl(id,marketplace,site,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellOrdersUrl = (params?: GetSellOrdersParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/sell/orders?${stringifiedParams}` : `/api/sell/orders`
}

/**
 * Lines of orders as marketplaces last showed them, latest first; `unplaced=true` only those that are no sale in your books and could be one.
 */
export const getSellOrders = async (params?: GetSellOrdersParams, options?: Parameters<typeof request>[1]): Promise<GetSellOrders200> => {

  return request<GetSellOrders200>(getGetSellOrdersUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellOrderUrl = (id: number,) => {




  return `/api/sell/orders/${id}`
}

export const getSellOrder = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetSellOrder200> => {

  return request<GetSellOrder200>(getGetSellOrderUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchSellOrderUrl = (id: number,) => {




  return `/api/sell/orders/${id}`
}

/**
 * That it is not to be counted in your books, or is again.
 */
export const patchSellOrder = async (id: number,
    patchSellOrderBody: PatchSellOrderBody, options?: Parameters<typeof request>[1]): Promise<PatchSellOrder200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchSellOrder200>(getPatchSellOrderUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchSellOrderBody)
  }
);}



export const getPostSellOrderSaleUrl = (id: number,) => {




  return `/api/sell/orders/${id}/sale`
}

/**
 * Books an order that could not be placed: as a sale of a thing of yours, or of one that is put into your stock with it.
 */
export const postSellOrderSale = async (id: number,
    postSellOrderSaleBody: PostSellOrderSaleBody, options?: Parameters<typeof request>[1]): Promise<PostSellOrderSale200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSellOrderSale200>(getPostSellOrderSaleUrl(id),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSellOrderSaleBody)
  }
);}



export const getPutSaleShipmentUrl = (id: number,) => {




  return `/api/sales/${id}/shipment`
}

/**
 * How it travels. The sale is sent with it, its label is booked, and where it is an order by API the marketplace is told and read back.
 */
export const putSaleShipment = async (id: number,
    putSaleShipmentBody: PutSaleShipmentBody, options?: Parameters<typeof request>[1]): Promise<PutSaleShipment200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutSaleShipment200>(getPutSaleShipmentUrl(id),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putSaleShipmentBody)
  }
);}



export const getGetSaleSlipUrl = (id: number,) => {




  return `/api/sales/${id}/slip`
}

/**
 * What goes into the parcel: all that was bought with the same order, to whom it goes, its number and day.
 */
export const getSaleSlip = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetSaleSlip200> => {

  return request<GetSaleSlip200>(getGetSaleSlipUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSellReadingsUrl = () => {




  return `/api/sell/readings`
}

/**
 * How far your orders and books were read at each marketplace, and what keeps it from that.
 */
export const getSellReadings = async ( options?: Parameters<typeof request>[1]): Promise<GetSellReadings200> => {

  return request<GetSellReadings200>(getGetSellReadingsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostSellReadingUrl = (marketplace: string,) => {




  return `/api/sell/readings/${marketplace}`
}

/**
 * Reads your orders there now, instead of within three minutes.
 */
export const postSellReading = async (marketplace: string, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getPostSellReadingUrl(marketplace),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetSellFindingsUrl = (params?: GetSellFindingsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/sell/findings?${stringifiedParams}` : `/api/sell/findings`
}

/**
 * How here and the marketplaces differ, newest first; `all=true` with those that are settled, which is the log of what was repaired.
 */
export const getSellFindings = async (params?: GetSellFindingsParams, options?: Parameters<typeof request>[1]): Promise<GetSellFindings200> => {

  return request<GetSellFindings200>(getGetSellFindingsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchSellFindingUrl = (id: number,) => {




  return `/api/sell/findings/${id}`
}

/**
 * Puts it right here as it is there (`repaired`), or says that it is well as it is (`dismissed`).
 */
export const patchSellFinding = async (id: number,
    patchSellFindingBody: PatchSellFindingBody, options?: Parameters<typeof request>[1]): Promise<PatchSellFinding200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchSellFinding200>(getPatchSellFindingUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchSellFindingBody)
  }
);}



export const getPostSellReconciliationUrl = () => {




  return `/api/sell/reconciliation`
}

/**
 * Compares posts, orders and books of ninety days with the marketplaces now, instead of at night.
 */
export const postSellReconciliation = async (postSellReconciliationBody: PostSellReconciliationBody, options?: Parameters<typeof request>[1]): Promise<PostSellReconciliation202> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSellReconciliation202>(getPostSellReconciliationUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSellReconciliationBody)
  }
);}



export const getGetSellAiUrl = () => {




  return `/api/sell/ai`
}

/**
 * Whether things can be described by a model, to whom photos would go, whether you agreed to that, and what it cost you.
 */
export const getSellAi = async ( options?: Parameters<typeof request>[1]): Promise<GetSellAi200> => {

  return request<GetSellAi200>(getGetSellAiUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutSellAiUrl = () => {




  return `/api/sell/ai`
}

/**
 * Agrees that photos of a thing are sent to a recipient when you ask for its description; null takes it back. Another recipient is asked for anew.
 */
export const putSellAi = async (putSellAiBody: PutSellAiBody, options?: Parameters<typeof request>[1]): Promise<PutSellAi200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutSellAi200>(getPutSellAiUrl(),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putSellAiBody)
  }
);}



export const getGetItemDescriptionUrl = (id: number,) => {




  return `/api/items/${id}/description`
}

/**
 * What a model offers for the fields of a thing, with what it saw; nothing of it is taken over by itself.
 */
export const getItemDescription = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetItemDescription200> => {

  return request<GetItemDescription200>(getGetItemDescriptionUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostItemDescriptionUrl = (id: number,) => {




  return `/api/items/${id}/description`
}

/**
 * Asks the model about a thing, once for the same photos and facts: asked again it is answered by what is kept, and costs nothing. Poll `GET` until `state` is no longer `asked`. 429 at a cap, with when it ends.
 */
export const postItemDescription = async (id: number,
    postItemDescriptionBody: PostItemDescriptionBody, options?: Parameters<typeof request>[1]): Promise<PostItemDescription202> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostItemDescription202>(getPostItemDescriptionUrl(id),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postItemDescriptionBody)
  }
);}



export const getPostItemDescriptionTakeUrl = (id: number,) => {




  return `/api/items/${id}/description/take`
}

/**
 * Takes over what you choose of what is offered: title, maker, category and condition as they are, lines after yours. All of it or nothing; each keeps its confidence, and the origin `model`.
 */
export const postItemDescriptionTake = async (id: number,
    postItemDescriptionTakeBody: PostItemDescriptionTakeBody, options?: Parameters<typeof request>[1]): Promise<PostItemDescriptionTake200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostItemDescriptionTake200>(getPostItemDescriptionTakeUrl(id),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postItemDescriptionTakeBody)
  }
);}



export const getGetTrendsUrl = (params?: GetTrendsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/trends?${stringifiedParams}` : `/api/trends`
}

/**
 * Prices, supply, days on the market and sell-through by ISO week.
 */
export const getTrends = async (params?: GetTrendsParams, options?: Parameters<typeof request>[1]): Promise<GetTrends200> => {

  return request<GetTrends200>(getGetTrendsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetWatchesUrl = (params?: GetWatchesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/watches?${stringifiedParams}` : `/api/watches`
}

/**
 * Listings that you follow, newest first.
 */
export const getWatches = async (params?: GetWatchesParams, options?: Parameters<typeof request>[1]): Promise<GetWatches200> => {

  return request<GetWatches200>(getGetWatchesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostWatchesUrl = () => {




  return `/api/watches`
}

/**
 * Follows a stored listing (listingId) or the page behind a pasted address (url). One that is not stored yet is `unread` until its page was read.
 */
export const postWatches = async (postWatchesBody: PostWatchesBody, options?: Parameters<typeof request>[1]): Promise<PostWatches201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostWatches201>(getPostWatchesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postWatchesBody)
  }
);}



export const getGetWatchUrl = (id: number,) => {




  return `/api/watches/${id}`
}

/**
 * With the prices of the listing and of the thing in all its listings, for a chart.
 */
export const getWatch = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetWatch200> => {

  return request<GetWatch200>(getGetWatchUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchWatchUrl = (id: number,) => {




  return `/api/watches/${id}`
}

/**
 * What is left out stays.
 */
export const patchWatch = async (id: number,
    patchWatchBody: PatchWatchBody, options?: Parameters<typeof request>[1]): Promise<PatchWatch200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchWatch200>(getPatchWatchUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchWatchBody)
  }
);}



export const getDeleteWatchUrl = (id: number,) => {




  return `/api/watches/${id}`
}

export const deleteWatch = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteWatchUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetRatesUrl = () => {




  return `/api/rates`
}

/**
 * What one euro is in each currency. Rules that say `otherCurrencies` and sums of your books are counted by them.
 * @summary Exchange rates
 */
export const getRates = async ( options?: Parameters<typeof request>[1]): Promise<GetRates200> => {

  return request<GetRates200>(getGetRatesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutRateUrl = (currency: string,) => {




  return `/api/rates/${currency}`
}

/**
 * Types a rate of a day. Of one day it goes before what is fetched; a newer one goes before both.
 */
export const putRate = async (currency: string,
    putRateBody: PutRateBody, options?: Parameters<typeof request>[1]): Promise<PutRate200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutRate200>(getPutRateUrl(currency),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putRateBody)
  }
);}



export const getDeleteRateUrl = (currency: string,) => {




  return `/api/rates/${currency}`
}

/**
 * Takes back all that was typed of a currency.
 */
export const deleteRate = async (currency: string, options?: Parameters<typeof request>[1]): Promise<DeleteRate200> => {

  return request<DeleteRate200>(getDeleteRateUrl(currency),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getPostRatesFetchUrl = () => {




  return `/api/rates/fetch`
}

/**
 * Asks the European Central Bank at once; 409 `rates-not-allowed` where the operator does not let it be asked.
 */
export const postRatesFetch = async (postRatesFetchBody: PostRatesFetchBody, options?: Parameters<typeof request>[1]): Promise<PostRatesFetch200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostRatesFetch200>(getPostRatesFetchUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postRatesFetchBody)
  }
);}



export const getGetValueUrl = (params: GetValueParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/value?${stringifiedParams}` : `/api/value`
}

/**
 * What a thing is worth by comparable listings, with an 80 % interval, the comparables and what the words were taken for. Where too few are known the value is null and the reason says what would help.
 */
export const getValue = async (params: GetValueParams, options?: Parameters<typeof request>[1]): Promise<GetValue200> => {

  return request<GetValue200>(getGetValueUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostValueUrl = () => {




  return `/api/value`
}

/**
 * What a thing is worth by comparable listings, with an 80 % interval, the comparables and what the words were taken for. Where too few are known the value is null and the reason says what would help. Long descriptions and attributes go this way.
 */
export const postValue = async (postValueBody: PostValueBody, options?: Parameters<typeof request>[1]): Promise<PostValue200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostValue200>(getPostValueUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postValueBody)
  }
);}



export const getGetListingValueUrl = (id: number,
    params?: GetListingValueParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/listings/${id}/value?${stringifiedParams}` : `/api/listings/${id}/value`
}

/**
 * What a listing is worth by the comparables that are held now, with all of them and how their prices are spread. Those in `exclude` do not count, so that one can see how much the value hangs on them; nothing of it is kept.
 */
export const getListingValue = async (id: number,
    params?: GetListingValueParams, options?: Parameters<typeof request>[1]): Promise<GetListingValue200> => {

  return request<GetListingValue200>(getGetListingValueUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetResaleUrl = (params: GetResaleParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/resale?${stringifiedParams}` : `/api/resale`
}

/**
 * What selling a thing at what it is worth would leave you, by marketplace: the price without fees and shipping, by your settings. What you pay for the thing is not in it.
 */
export const getResale = async (params: GetResaleParams, options?: Parameters<typeof request>[1]): Promise<GetResale200> => {

  return request<GetResale200>(getGetResaleUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSettingsSellingUrl = () => {




  return `/api/settings/selling`
}

/**
 * How you sell: fees, shipping, and where. The flip profit is made of these and of what the way costs you (GET /api/me).
 */
export const getSettingsSelling = async ( options?: Parameters<typeof request>[1]): Promise<GetSettingsSelling200> => {

  return request<GetSettingsSelling200>(getGetSettingsSellingUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutSettingsSellingUrl = () => {




  return `/api/settings/selling`
}

/**
 * Replaces all of your changes; {} goes back to the defaults.
 */
export const putSettingsSelling = async (putSettingsSellingBody: PutSettingsSellingBody, options?: Parameters<typeof request>[1]): Promise<PutSettingsSelling200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutSettingsSelling200>(getPutSettingsSellingUrl(),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putSettingsSellingBody)
  }
);}



export const getGetSettingsSellingFeesCsvUrl = () => {




  return `/api/settings/selling/fees.csv`
}

/**
 * The table of fees that is counted with as a file (text/csv, UTF-8), your own rows first: one line for each row, amounts in whole units, shares in percent.
 */
export const getSettingsSellingFeesCsv = async ( options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getGetSettingsSellingFeesCsvUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostSettingsSellingFeesUrl = () => {




  return `/api/settings/selling/fees`
}

/**
 * Adds a row of your own that counts from a day on (`validFrom`). What counted before stays for sales of the days before.
 */
export const postSettingsSellingFees = async (postSettingsSellingFeesBody: PostSettingsSellingFeesBody, options?: Parameters<typeof request>[1]): Promise<PostSettingsSellingFees200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSettingsSellingFees200>(getPostSettingsSellingFeesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSettingsSellingFeesBody)
  }
);}



export const getPostSettingsSellingFeesImportUrl = () => {




  return `/api/settings/selling/fees/import`
}

/**
 * Adds the rows of a file as the export writes it to your own: all of them, or none and what is wrong by line. Rows that are there already change nothing. A dry run only says what would be taken.
 */
export const postSettingsSellingFeesImport = async (postSettingsSellingFeesImportBody: PostSettingsSellingFeesImportBody, options?: Parameters<typeof request>[1]): Promise<PostSettingsSellingFeesImport200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSettingsSellingFeesImport200>(getPostSettingsSellingFeesImportUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSettingsSellingFeesImportBody)
  }
);}



export const getPostImportsUrl = (params?: PostImportsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/imports?${stringifiedParams}` : `/api/imports`
}

/**
 * multipart/form-data with one file: CSV, JSON or JSONL, gzipped or not (docs/import.md), or with ?marketplace= a saved page of it. Importing it again changes nothing.
 */
export const postImports = async (params?: PostImportsParams, options?: Parameters<typeof request>[1]): Promise<PostImports200> => {

  return request<PostImports200>(getPostImportsUrl(params),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostImportsPreviewUrl = (params?: PostImportsPreviewParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/imports/preview?${stringifiedParams}` : `/api/imports/preview`
}

/**
 * What a file would be taken in as: what its columns mean, its first rows, and why rows would be rejected. The beginning of a file is enough (?cut=true); a saved page is needed whole, and is recognised by itself. Stores nothing.
 */
export const postImportsPreview = async (params?: PostImportsPreviewParams, options?: Parameters<typeof request>[1]): Promise<PostImportsPreview200> => {

  return request<PostImportsPreview200>(getPostImportsPreviewUrl(params),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostCapturesUrl = () => {




  return `/api/captures`
}

/**
 * Takes in the listings of a page that you have before you (docs/capture.md), at most 8 MiB of it, as yours alone; nothing is asked of the site. An address alone makes the listing known, to be watched and valued until its page is seen. Sent again, it changes nothing.
 */
export const postCaptures = async (postCapturesBody: PostCapturesBody, options?: Parameters<typeof request>[1]): Promise<PostCaptures200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostCaptures200>(getPostCapturesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postCapturesBody)
  }
);}



export const getGetCapturesSitesUrl = (params?: GetCapturesSitesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/captures/sites?${stringifiedParams}` : `/api/captures/sites`
}

/**
 * Sites whose pages can be handed in, and whether a host is of one of them.
 */
export const getCapturesSites = async (params?: GetCapturesSitesParams, options?: Parameters<typeof request>[1]): Promise<GetCapturesSites200> => {

  return request<GetCapturesSites200>(getGetCapturesSitesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetMailboxesUrl = () => {




  return `/api/mailboxes`
}

/**
 * Your mailboxes, and how it goes with them.
 */
export const getMailboxes = async ( options?: Parameters<typeof request>[1]): Promise<GetMailboxes200> => {

  return request<GetMailboxes200>(getGetMailboxesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostMailboxesUrl = () => {




  return `/api/mailboxes`
}

/**
 * Connects a folder of your mail once it could be opened, for reading alone. Its alerts become listings that only you see.
 */
export const postMailboxes = async (postMailboxesBody: PostMailboxesBody, options?: Parameters<typeof request>[1]): Promise<PostMailboxes201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostMailboxes201>(getPostMailboxesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postMailboxesBody)
  }
);}



export const getPostMailboxesFoldersUrl = () => {




  return `/api/mailboxes/folders`
}

/**
 * Signs in to a mail server and lists its folders. Stores nothing.
 */
export const postMailboxesFolders = async (postMailboxesFoldersBody: PostMailboxesFoldersBody, options?: Parameters<typeof request>[1]): Promise<PostMailboxesFolders200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostMailboxesFolders200>(getPostMailboxesFoldersUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postMailboxesFoldersBody)
  }
);}



export const getPostMailboxesPreviewUrl = () => {




  return `/api/mailboxes/preview`
}

/**
 * What would be read of a folder: its newest mails of marketplaces with what they hold. Of other mails only the sender is looked at. Stores nothing, and changes nothing in the mailbox.
 */
export const postMailboxesPreview = async (postMailboxesPreviewBody: PostMailboxesPreviewBody, options?: Parameters<typeof request>[1]): Promise<PostMailboxesPreview200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostMailboxesPreview200>(getPostMailboxesPreviewUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postMailboxesPreviewBody)
  }
);}



export const getGetMailboxUrl = (id: number,) => {




  return `/api/mailboxes/${id}`
}

/**
 * With its senders, and the last mails of marketplaces.
 */
export const getMailbox = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetMailbox200> => {

  return request<GetMailbox200>(getGetMailboxUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPatchMailboxUrl = (id: number,) => {




  return `/api/mailboxes/${id}`
}

/**
 * What is left out stays. Another folder or server is read anew.
 */
export const patchMailbox = async (id: number,
    patchMailboxBody: PatchMailboxBody, options?: Parameters<typeof request>[1]): Promise<PatchMailbox200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchMailbox200>(getPatchMailboxUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchMailboxBody)
  }
);}



export const getDeleteMailboxUrl = (id: number,) => {




  return `/api/mailboxes/${id}`
}

/**
 * Forgets it with its password; its listings stay, and your mail as it is.
 */
export const deleteMailbox = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteMailboxUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getPostRulesBulkUrl = () => {




  return `/api/rules/bulk`
}

/**
 * Switches rules on or off, deletes them or takes that back: each by itself, and says of each whether it was done.
 */
export const postRulesBulk = async (postRulesBulkBody: PostRulesBulkBody, options?: Parameters<typeof request>[1]): Promise<PostRulesBulk200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostRulesBulk200>(getPostRulesBulkUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postRulesBulkBody)
  }
);}



export const getPostMatchesDismissalsUrl = () => {




  return `/api/matches/dismissals`
}

/**
 * Notes of many matches, of any rules, that they were not wanted. One by itself also gets suggestions for its rule.
 */
export const postMatchesDismissals = async (postMatchesDismissalsBody: PostMatchesDismissalsBody, options?: Parameters<typeof request>[1]): Promise<PostMatchesDismissals200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostMatchesDismissals200>(getPostMatchesDismissalsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postMatchesDismissalsBody)
  }
);}



export const getPostRuleDuplicateUrl = (id: number,) => {




  return `/api/rules/${id}/duplicate`
}

/**
 * Makes another rule with the same wishes, switched off until it is changed and switched on.
 */
export const postRuleDuplicate = async (id: number, options?: Parameters<typeof request>[1]): Promise<PostRuleDuplicate201> => {

  return request<PostRuleDuplicate201>(getPostRuleDuplicateUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetRulesDeletedUrl = () => {




  return `/api/rules/deleted`
}

/**
 * Rules that were deleted in the last 30 days, the latest first, 200 at most.
 */
export const getRulesDeleted = async ( options?: Parameters<typeof request>[1]): Promise<GetRulesDeleted200> => {

  return request<GetRulesDeleted200>(getGetRulesDeletedUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostRuleRestoreUrl = (id: number,) => {




  return `/api/rules/${id}/restore`
}

/**
 * Takes the deletion of a rule back, with its matches; it looks at what came meanwhile. One that is there is given as it is.
 */
export const postRuleRestore = async (id: number, options?: Parameters<typeof request>[1]): Promise<PostRuleRestore200> => {

  return request<PostRuleRestore200>(getPostRuleRestoreUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostRulesPreviewUrl = (params?: PostRulesPreviewParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/rules/preview?${stringifiedParams}` : `/api/rules/preview`
}

export const postRulesPreview = async (postRulesPreviewBody: PostRulesPreviewBody,
    params?: PostRulesPreviewParams, options?: Parameters<typeof request>[1]): Promise<PostRulesPreview200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostRulesPreview200>(getPostRulesPreviewUrl(params),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postRulesPreviewBody)
  }
);}



export const getPostRulesPreviewMatchesUrl = () => {




  return `/api/rules/preview/matches`
}

/**
 * The newest listings that a draft fits, at most 20, for showing them while it is typed: it ends after some tenths of a second, and when the client goes.
 */
export const postRulesPreviewMatches = async (postRulesPreviewMatchesBody: PostRulesPreviewMatchesBody, options?: Parameters<typeof request>[1]): Promise<PostRulesPreviewMatches200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostRulesPreviewMatches200>(getPostRulesPreviewMatchesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postRulesPreviewMatchesBody)
  }
);}



export const getGetRulesUrl = (params?: GetRulesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/rules?${stringifiedParams}` : `/api/rules`
}

export const getRules = async (params?: GetRulesParams, options?: Parameters<typeof request>[1]): Promise<GetRules200> => {

  return request<GetRules200>(getGetRulesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostRulesUrl = () => {




  return `/api/rules`
}

export const postRules = async (postRulesBody: PostRulesBody, options?: Parameters<typeof request>[1]): Promise<PostRules201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostRules201>(getPostRulesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postRulesBody)
  }
);}



export const getPostRulesImportUrl = () => {




  return `/api/rules/import`
}

/**
 * Makes all rules of a file of this or another tool, or none; a dry run makes none.
 */
export const postRulesImport = async (postRulesImportBody: PostRulesImportBody, options?: Parameters<typeof request>[1]): Promise<PostRulesImport200 | PostRulesImport201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostRulesImport200 | PostRulesImport201>(getPostRulesImportUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postRulesImportBody)
  }
);}



export const getGetRuleUrl = (id: number,) => {




  return `/api/rules/${id}`
}

export const getRule = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetRule200> => {

  return request<GetRule200>(getGetRuleUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutRuleUrl = (id: number,
    params?: PutRuleParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/rules/${id}?${stringifiedParams}` : `/api/rules/${id}`
}

export const putRule = async (id: number,
    putRuleBody: PutRuleBody,
    params?: PutRuleParams, options?: Parameters<typeof request>[1]): Promise<PutRule200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutRule200>(getPutRuleUrl(id,params),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putRuleBody)
  }
);}



export const getPatchRuleUrl = (id: number,
    params?: PatchRuleParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/rules/${id}?${stringifiedParams}` : `/api/rules/${id}`
}

export const patchRule = async (id: number,
    patchRuleBody: PatchRuleBody,
    params?: PatchRuleParams, options?: Parameters<typeof request>[1]): Promise<PatchRule200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PatchRule200>(getPatchRuleUrl(id,params),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchRuleBody)
  }
);}



export const getDeleteRuleUrl = (id: number,) => {




  return `/api/rules/${id}`
}

export const deleteRule = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteRuleUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetRuleTraceUrl = (id: number,
    listingId: number,
    params?: GetRuleTraceParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/rules/${id}/trace/${listingId}?${stringifiedParams}` : `/api/rules/${id}/trace/${listingId}`
}

export const getRuleTrace = async (id: number,
    listingId: number,
    params?: GetRuleTraceParams, options?: Parameters<typeof request>[1]): Promise<GetRuleTrace200> => {

  return request<GetRuleTrace200>(getGetRuleTraceUrl(id,listingId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetListingTracesUrl = (id: number,
    params?: GetListingTracesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/listings/${id}/traces?${stringifiedParams}` : `/api/listings/${id}/traces`
}

export const getListingTraces = async (id: number,
    params?: GetListingTracesParams, options?: Parameters<typeof request>[1]): Promise<GetListingTraces200> => {

  return request<GetListingTraces200>(getGetListingTracesUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetRuleMatchesUrl = (id: number,
    params?: GetRuleMatchesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/rules/${id}/matches?${stringifiedParams}` : `/api/rules/${id}/matches`
}

export const getRuleMatches = async (id: number,
    params?: GetRuleMatchesParams, options?: Parameters<typeof request>[1]): Promise<GetRuleMatches200> => {

  return request<GetRuleMatches200>(getGetRuleMatchesUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostRuleMatchDismissUrl = (id: number,
    listingId: number,) => {




  return `/api/rules/${id}/matches/${listingId}/dismiss`
}

export const postRuleMatchDismiss = async (id: number,
    listingId: number,
    postRuleMatchDismissBody: PostRuleMatchDismissBody, options?: Parameters<typeof request>[1]): Promise<PostRuleMatchDismiss200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostRuleMatchDismiss200>(getPostRuleMatchDismissUrl(id,listingId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postRuleMatchDismissBody)
  }
);}



export const getDeleteRuleMatchDismissUrl = (id: number,
    listingId: number,) => {




  return `/api/rules/${id}/matches/${listingId}/dismiss`
}

export const deleteRuleMatchDismiss = async (id: number,
    listingId: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteRuleMatchDismissUrl(id,listingId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetMarketplacesUrl = () => {




  return `/api/marketplaces`
}

export const getMarketplaces = async ( options?: Parameters<typeof request>[1]): Promise<GetMarketplaces200> => {

  return request<GetMarketplaces200>(getGetMarketplacesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutMarketplaceTermsUrl = (id: string,) => {




  return `/api/marketplaces/${id}/terms`
}

/**
 * Accepts the terms of a marketplace for everybody here, or takes that back. It counts at once, and stands in the audit log.
 */
export const putMarketplaceTerms = async (id: string,
    putMarketplaceTermsBody: PutMarketplaceTermsBody, options?: Parameters<typeof request>[1]): Promise<PutMarketplaceTerms200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutMarketplaceTerms200>(getPutMarketplaceTermsUrl(id),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putMarketplaceTermsBody)
  }
);}



export const getGetSourcesUrl = () => {




  return `/api/sources`
}

export const getSources = async ( options?: Parameters<typeof request>[1]): Promise<GetSources200> => {

  return request<GetSources200>(getGetSourcesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostSourcesUrl = () => {




  return `/api/sources`
}

/**
 * Reads it once, and connects it when it can be read.
 */
export const postSources = async (postSourcesBody: PostSourcesBody, options?: Parameters<typeof request>[1]): Promise<PostSources201> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSources201>(getPostSourcesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSourcesBody)
  }
);}



export const getPostSourcesTryUrl = () => {




  return `/api/sources/try`
}

/**
 * Reads it once as a scan would and says what it brings; connects nothing.
 */
export const postSourcesTry = async (postSourcesTryBody: PostSourcesTryBody, options?: Parameters<typeof request>[1]): Promise<PostSourcesTry200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSourcesTry200>(getPostSourcesTryUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSourcesTryBody)
  }
);}



export const getPostSourcesBulkUrl = () => {




  return `/api/sources/bulk`
}

/**
 * Pauses sources, or resumes them: each by itself, and says of each whether it was done. A cooldown after a block stays.
 */
export const postSourcesBulk = async (postSourcesBulkBody: PostSourcesBulkBody, options?: Parameters<typeof request>[1]): Promise<PostSourcesBulk200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostSourcesBulk200>(getPostSourcesBulkUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postSourcesBulkBody)
  }
);}



export const getGetSourceUrl = (id: number,) => {




  return `/api/sources/${id}`
}

export const getSource = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetSource200> => {

  return request<GetSource200>(getGetSourceUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutSourceUrl = (id: number,) => {




  return `/api/sources/${id}`
}

export const putSource = async (id: number,
    putSourceBody: PutSourceBody, options?: Parameters<typeof request>[1]): Promise<PutSource200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutSource200>(getPutSourceUrl(id),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putSourceBody)
  }
);}



export const getDeleteSourceUrl = (id: number,) => {




  return `/api/sources/${id}`
}

export const deleteSource = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteSourceUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetSourcePlanUrl = (id: number,) => {




  return `/api/sources/${id}/plan`
}

/**
 * How the source is asked for each enabled rule, or why it cannot be.
 */
export const getSourcePlan = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetSourcePlan200> => {

  return request<GetSourcePlan200>(getGetSourcePlanUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetScansUrl = (params?: GetScansParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/scans?${stringifiedParams}` : `/api/scans`
}

export const getScans = async (params?: GetScansParams, options?: Parameters<typeof request>[1]): Promise<GetScans200> => {

  return request<GetScans200>(getGetScansUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostScansUrl = () => {




  return `/api/scans`
}

/**
 * Makes scans due now, all or those of one source; a source in cooldown after a block stays in it, and is named.
 */
export const postScans = async (postScansBody: PostScansBody, options?: Parameters<typeof request>[1]): Promise<PostScans202> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostScans202>(getPostScansUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postScansBody)
  }
);}



export const getGetScanRunsUrl = (id: number,
    params?: GetScanRunsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/scans/${id}/runs?${stringifiedParams}` : `/api/scans/${id}/runs`
}

export const getScanRuns = async (id: number,
    params?: GetScanRunsParams, options?: Parameters<typeof request>[1]): Promise<GetScanRuns200> => {

  return request<GetScanRuns200>(getGetScanRunsUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSourceRunsUrl = (id: number,
    params?: GetSourceRunsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/sources/${id}/runs?${stringifiedParams}` : `/api/sources/${id}/runs`
}

/**
 * What the scans of a source brought, newest first: all its queries together.
 */
export const getSourceRuns = async (id: number,
    params?: GetSourceRunsParams, options?: Parameters<typeof request>[1]): Promise<GetSourceRuns200> => {

  return request<GetSourceRuns200>(getGetSourceRunsUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetConnectionsUrl = () => {




  return `/api/connections`
}

export const getConnections = async ( options?: Parameters<typeof request>[1]): Promise<GetConnections200> => {

  return request<GetConnections200>(getGetConnectionsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetConnectionUrl = (id: string,) => {




  return `/api/connections/${id}`
}

export const getConnection = async (id: string, options?: Parameters<typeof request>[1]): Promise<GetConnection200> => {

  return request<GetConnection200>(getGetConnectionUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostConnectionUrl = (id: string,) => {




  return `/api/connections/${id}`
}

/**
 * Begins to connect your account there: open the address in this browser, and agree within ten minutes. An account that is connected stays until then.
 */
export const postConnection = async (id: string, options?: Parameters<typeof request>[1]): Promise<PostConnection200> => {

  return request<PostConnection200>(getPostConnectionUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getDeleteConnectionUrl = (id: string,) => {




  return `/api/connections/${id}`
}

/**
 * Deletes the tokens, and says how to take back the consent at the marketplace, too.
 */
export const deleteConnection = async (id: string, options?: Parameters<typeof request>[1]): Promise<DeleteConnection200> => {

  return request<DeleteConnection200>(getDeleteConnectionUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetAdminScansUrl = () => {




  return `/api/admin/scans`
}

/**
 * @summary How scans do, by marketplace, and which sources fail
 */
export const getAdminScans = async ( options?: Parameters<typeof request>[1]): Promise<GetAdminScans200> => {

  return request<GetAdminScans200>(getGetAdminScansUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetNotificationsUrl = (params?: GetNotificationsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/notifications?${stringifiedParams}` : `/api/notifications`
}

export const getNotifications = async (params?: GetNotificationsParams, options?: Parameters<typeof request>[1]): Promise<GetNotifications200> => {

  return request<GetNotifications200>(getGetNotificationsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetNotificationsUnreadUrl = () => {




  return `/api/notifications/unread`
}

/**
 * How many messages you did not read; where `isCapped`, so many at least.
 */
export const getNotificationsUnread = async ( options?: Parameters<typeof request>[1]): Promise<GetNotificationsUnread200> => {

  return request<GetNotificationsUnread200>(getGetNotificationsUnreadUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetNotificationUrl = (id: number,) => {




  return `/api/notifications/${id}`
}

export const getNotification = async (id: number, options?: Parameters<typeof request>[1]): Promise<GetNotification200> => {

  return request<GetNotification200>(getGetNotificationUrl(id),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostNotificationReadUrl = (id: number,) => {




  return `/api/notifications/${id}/read`
}

export const postNotificationRead = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getPostNotificationReadUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostNotificationsReadUrl = () => {




  return `/api/notifications/read`
}

/**
 * Marks all messages up to this one as read; what comes meanwhile stays unread. `readAt` of the answer takes it back.
 */
export const postNotificationsRead = async (postNotificationsReadBody: PostNotificationsReadBody, options?: Parameters<typeof request>[1]): Promise<PostNotificationsRead200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostNotificationsRead200>(getPostNotificationsReadUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postNotificationsReadBody)
  }
);}



export const getPostNotificationsReadUndoUrl = () => {




  return `/api/notifications/read/undo`
}

/**
 * Makes unread again what was marked as read at that moment.
 */
export const postNotificationsReadUndo = async (postNotificationsReadUndoBody: PostNotificationsReadUndoBody, options?: Parameters<typeof request>[1]): Promise<PostNotificationsReadUndo200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostNotificationsReadUndo200>(getPostNotificationsReadUndoUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postNotificationsReadUndoBody)
  }
);}



export const getPostDeliverieRetryUrl = (id: number,) => {




  return `/api/deliveries/${id}/retry`
}

export const postDeliverieRetry = async (id: number, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getPostDeliverieRetryUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostNotificationReplayUrl = (id: number,) => {




  return `/api/notifications/${id}/replay`
}

export const postNotificationReplay = async (id: number,
    postNotificationReplayBody: PostNotificationReplayBody, options?: Parameters<typeof request>[1]): Promise<PostNotificationReplay202> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostNotificationReplay202>(getPostNotificationReplayUrl(id),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postNotificationReplayBody)
  }
);}



export const getGetDeliveriesUrl = (params?: GetDeliveriesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/deliveries?${stringifiedParams}` : `/api/deliveries`
}

export const getDeliveries = async (params?: GetDeliveriesParams, options?: Parameters<typeof request>[1]): Promise<GetDeliveries200> => {

  return request<GetDeliveries200>(getGetDeliveriesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetNotificationPreferencesUrl = () => {




  return `/api/notification-preferences`
}

export const getNotificationPreferences = async ( options?: Parameters<typeof request>[1]): Promise<GetNotificationPreferences200> => {

  return request<GetNotificationPreferences200>(getGetNotificationPreferencesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutNotificationPreferencesUrl = () => {




  return `/api/notification-preferences`
}

export const putNotificationPreferences = async (putNotificationPreferencesBody: PutNotificationPreferencesBody, options?: Parameters<typeof request>[1]): Promise<PutNotificationPreferences200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutNotificationPreferences200>(getPutNotificationPreferencesUrl(),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putNotificationPreferencesBody)
  }
);}



export const getDeleteNotificationPreferencesUrl = () => {




  return `/api/notification-preferences`
}

export const deleteNotificationPreferences = async ( options?: Parameters<typeof request>[1]): Promise<DeleteNotificationPreferences200> => {

  return request<DeleteNotificationPreferences200>(getDeleteNotificationPreferencesUrl(),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetChannelsUrl = () => {




  return `/api/channels`
}

export const getChannels = async ( options?: Parameters<typeof request>[1]): Promise<GetChannels200> => {

  return request<GetChannels200>(getGetChannelsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPutChannelUrl = (id: string,) => {




  return `/api/channels/${id}`
}

export const putChannel = async (id: string,
    putChannelBody: PutChannelBody, options?: Parameters<typeof request>[1]): Promise<PutChannel200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PutChannel200>(getPutChannelUrl(id),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(putChannelBody)
  }
);}



export const getDeleteChannelUrl = (id: string,) => {




  return `/api/channels/${id}`
}

export const deleteChannel = async (id: string, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteChannelUrl(id),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getPostChannelConfirmationUrl = (id: string,) => {




  return `/api/channels/${id}/confirmation`
}

export const postChannelConfirmation = async (id: string, options?: Parameters<typeof request>[1]): Promise<PostChannelConfirmation200> => {

  return request<PostChannelConfirmation200>(getPostChannelConfirmationUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostChannelConfirmUrl = (id: string,) => {




  return `/api/channels/${id}/confirm`
}

export const postChannelConfirm = async (id: string,
    postChannelConfirmBody: PostChannelConfirmBody, options?: Parameters<typeof request>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<void>(getPostChannelConfirmUrl(id),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postChannelConfirmBody)
  }
);}



export const getPostChannelTestUrl = (id: string,) => {




  return `/api/channels/${id}/test`
}

/**
 * Sends a test message; what becomes of it stands in that notification’s deliveries.
 */
export const postChannelTest = async (id: string, options?: Parameters<typeof request>[1]): Promise<PostChannelTest202> => {

  return request<PostChannelTest202>(getPostChannelTestUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostMeFeedUrl = () => {




  return `/api/me/feed`
}

/**
 * Makes the address of a feed of your matches, shown now and never again; ends the one before.
 */
export const postMeFeed = async ( options?: Parameters<typeof request>[1]): Promise<PostMeFeed201> => {

  return request<PostMeFeed201>(getPostMeFeedUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getDeleteMeFeedUrl = () => {




  return `/api/me/feed`
}

/**
 * Its address opens nothing any more.
 */
export const deleteMeFeed = async ( options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getDeleteMeFeedUrl(),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetAdminDeliveriesUrl = () => {




  return `/api/admin/deliveries`
}

/**
 * @summary How messages get through, by person and channel
 */
export const getAdminDeliveries = async ( options?: Parameters<typeof request>[1]): Promise<GetAdminDeliveries200> => {

  return request<GetAdminDeliveries200>(getGetAdminDeliveriesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostAdminDeliveriesReplayUrl = () => {




  return `/api/admin/deliveries/replay`
}

/**
 * @summary Send again what did not get through in the last seven days
 */
export const postAdminDeliveriesReplay = async (postAdminDeliveriesReplayBody: PostAdminDeliveriesReplayBody, options?: Parameters<typeof request>[1]): Promise<PostAdminDeliveriesReplay200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAdminDeliveriesReplay200>(getPostAdminDeliveriesReplayUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAdminDeliveriesReplayBody)
  }
);}



export const getGetLivezUrl = () => {




  return `/livez`
}

export const getLivez = async ( options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getGetLivezUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetReadyzUrl = () => {




  return `/readyz`
}

export const getReadyz = async ( options?: Parameters<typeof request>[1]): Promise<GetReadyz200> => {

  return request<GetReadyz200>(getGetReadyzUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetMetricsUrl = () => {




  return `/metrics`
}

export const getMetrics = async ( options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getGetMetricsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetRetentionUrl = () => {




  return `/api/retention`
}

/**
 * @summary How much is stored, and how long it is kept
 */
export const getRetention = async ( options?: Parameters<typeof request>[1]): Promise<GetRetention200> => {

  return request<GetRetention200>(getGetRetentionUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetAdminJobsUrl = () => {




  return `/api/admin/jobs`
}

/**
 * @summary What background work waits, and what of it failed for good
 */
export const getAdminJobs = async ( options?: Parameters<typeof request>[1]): Promise<GetAdminJobs200> => {

  return request<GetAdminJobs200>(getGetAdminJobsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostAdminJobsRetryUrl = () => {




  return `/api/admin/jobs/retry`
}

/**
 * @summary Put what failed for good back to work
 */
export const postAdminJobsRetry = async (postAdminJobsRetryBody: PostAdminJobsRetryBody, options?: Parameters<typeof request>[1]): Promise<PostAdminJobsRetry200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAdminJobsRetry200>(getPostAdminJobsRetryUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAdminJobsRetryBody)
  }
);}



export const getPostAdminJobsDiscardUrl = () => {




  return `/api/admin/jobs/discard`
}

/**
 * @summary Throw away what failed for good
 */
export const postAdminJobsDiscard = async (postAdminJobsDiscardBody: PostAdminJobsDiscardBody, options?: Parameters<typeof request>[1]): Promise<PostAdminJobsDiscard200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAdminJobsDiscard200>(getPostAdminJobsDiscardUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAdminJobsDiscardBody)
  }
);}



export const getGetAdminDoctorUrl = () => {




  return `/api/admin/doctor`
}

/**
 * The checks of `deal-scout doctor`, of the sources and channels of whoever asks.
 * @summary Look whether everything that Deal Scout needs is there
 */
export const getAdminDoctor = async ( options?: Parameters<typeof request>[1]): Promise<GetAdminDoctor200> => {

  return request<GetAdminDoctor200>(getGetAdminDoctorUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetAdminStorageUrl = () => {




  return `/api/admin/storage`
}

/**
 * @summary How much room everything takes
 */
export const getAdminStorage = async ( options?: Parameters<typeof request>[1]): Promise<GetAdminStorage200> => {

  return request<GetAdminStorage200>(getGetAdminStorageUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetAdminOptionsUrl = () => {




  return `/api/admin/options`
}

/**
 * @summary What is set, and where it comes from; of secrets only whether they are set
 */
export const getAdminOptions = async ( options?: Parameters<typeof request>[1]): Promise<GetAdminOptions200> => {

  return request<GetAdminOptions200>(getGetAdminOptionsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetAdminBackupsUrl = () => {




  return `/api/admin/backups`
}

/**
 * @summary What backups there are
 */
export const getAdminBackups = async ( options?: Parameters<typeof request>[1]): Promise<GetAdminBackups200> => {

  return request<GetAdminBackups200>(getGetAdminBackupsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostAdminBackupsUrl = () => {




  return `/api/admin/backups`
}

/**
 * @summary Have a backup made now
 */
export const postAdminBackups = async ( options?: Parameters<typeof request>[1]): Promise<PostAdminBackups202> => {

  return request<PostAdminBackups202>(getPostAdminBackupsUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostAdminBackupsVerifyUrl = () => {




  return `/api/admin/backups/verify`
}

/**
 * @summary Have a backup restored into a database of its own and compared
 */
export const postAdminBackupsVerify = async (postAdminBackupsVerifyBody: PostAdminBackupsVerifyBody, options?: Parameters<typeof request>[1]): Promise<PostAdminBackupsVerify202> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostAdminBackupsVerify202>(getPostAdminBackupsVerifyUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(postAdminBackupsVerifyBody)
  }
);}



export const getGetConnectionAccountDeletionUrl = (id: string,
    params: GetConnectionAccountDeletionParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/connections/${id}/account-deletion?${stringifiedParams}` : `/api/connections/${id}/account-deletion`
}

/**
 * Proves to the marketplace that this address is meant for its notices.
 */
export const getConnectionAccountDeletion = async (id: string,
    params: GetConnectionAccountDeletionParams, options?: Parameters<typeof request>[1]): Promise<GetConnectionAccountDeletion200> => {

  return request<GetConnectionAccountDeletion200>(getGetConnectionAccountDeletionUrl(id,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPostConnectionAccountDeletionUrl = (id: string,) => {




  return `/api/connections/${id}/account-deletion`
}

/**
 * A signed notice that an account at the marketplace was deleted: what is held of it goes; or that something was bought: the orders are read. 412 where the signature is not good, 503 while that cannot be told.
 */
export const postConnectionAccountDeletion = async (id: string, options?: Parameters<typeof request>[1]): Promise<void> => {

  return request<void>(getPostConnectionAccountDeletionUrl(id),
  {
    ...options,
    method: 'POST'


  }
);}



export const getPostBouncesUrl = () => {




  return `/api/bounces`
}

export const postBounces = async (postBouncesBody: string, options?: Parameters<typeof request>[1]): Promise<PostBounces200> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return request<PostBounces200>(getPostBouncesUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'message/rfc822', ...getHeaders(options?.headers) },
    body: JSON.stringify(postBouncesBody)
  }
);}

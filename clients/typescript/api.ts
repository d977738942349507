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
 * `link-not-good`: Link is not good any more. `no-such-route`: No such address. `not-found`: No such thing. `photos-off`: Photos are not shown. `no-photo`: Listing has no such photo. `photo-unusable`: Photo cannot be shown.
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
 * `already-set-up`: Claimed already. `account-exists`: Account is there already. `is-owner`: Account of the owner. `last-admin`: Last admin. `no-mail`: No e-mail is set up. `no-passkeys-here`: No passkeys under this address. `too-many-passkeys`: No room for another passkey. `second-factor-closed`: Secret of the codes cannot be opened. `second-factor-off`: No codes are set up. `second-factor-on`: Codes are asked for already. `not-set-up`: Not claimed yet. `one-owner`: There is one owner. `rule-changed`: Rule was changed meanwhile. `already-followed`: Followed already. `channel-has-one-target`: Channel takes no other target. `target-exists`: Another target goes there. `too-many-targets`: Channel has as many targets as may be. `channel-not-set-up`: Channel is not set up. `channel-settings-closed`: Sealed settings of a channel cannot be opened. `channel-unavailable`: Channel is not of this version. `confirmation-not-sent`: Code could not be sent. `demo-source`: Source is of the demo. `idempotency-key-in-use`: First request with this key is under way. `no-confirmation-needed`: Nothing to confirm. `not-confirmed`: Not confirmed. `not-in-a-cluster`: Listing is alone. `source-not-readable`: Source cannot be read. `source-settings-closed`: Sealed settings of a source cannot be opened. `account-not-connected`: No account is connected. `account-needs-consent`: Consent is over. `accounts-not-set-up`: Accounts cannot be connected yet. `source-unavailable`: Marketplace is not of this version. `template-exists`: Template of this name exists. `terms-not-accepted`: Terms of the marketplace are not accepted. `terms-set-by-option`: Terms are accepted by an option. `too-early`: Asked again too soon. `too-many-templates`: No room for another template. `too-many-views`: No room for another saved view. `too-many-watches`: No room for another watch. `view-exists`: Saved view of this name exists.
 */
export type Problem409Response = Problem;

/**
 * `notice-not-genuine`: Notice is not signed by the marketplace.
 */
export type Problem412Response = Problem;

/**
 * `body-too-large`: Body is too large. `bounce-too-large`: Mail is too large.
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
 * `password-guessable`: Password is too easy to guess. `bad-input`: A value is not valid. `idempotency-key-reused`: Key was used for something else.
 */
export type Problem422Response = Problem;

/**
 * `too-many-tries`: Too many tries that failed. `imports-under-way`: Imports are under way. `too-many-requests`: More than is allowed in a minute. `too-many-streams`: Too many streams are open.
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
 * `photo-away`: Photo cannot be fetched now. `marketplace-away`: Marketplace cannot be asked. `notice-not-checked`: Signature cannot be checked now. `leaked-passwords-away`: Leaked passwords cannot be looked up. `database-away`: Database does not answer. `overloaded`: More to do than can be done. `redis-away`: Redis does not answer. `stopping`: Server is stopping.
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
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastSeenAt: string | null;
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
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastSeenAt: string | null;
};

export type GetUsers200 = {
  items: GetUsers200ItemsItem[];
  /** @nullable */
  next: null;
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
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  lastSeenAt: string | null;
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
  'terms-accepted': 'terms-accepted',
  'terms-withdrawn': 'terms-withdrawn',
  'settings-changed': 'settings-changed',
  refused: 'refused',
  'marketplace-connected': 'marketplace-connected',
  'marketplace-disconnected': 'marketplace-disconnected',
  'marketplace-person-forgotten': 'marketplace-person-forgotten',
  'deliveries-replayed': 'deliveries-replayed',
  'demo-removed': 'demo-removed',
  'secrets-rotated': 'secrets-rotated',
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
  'terms-accepted': 'terms-accepted',
  'terms-withdrawn': 'terms-withdrawn',
  'settings-changed': 'settings-changed',
  refused: 'refused',
  'marketplace-connected': 'marketplace-connected',
  'marketplace-disconnected': 'marketplace-disconnected',
  'marketplace-person-forgotten': 'marketplace-person-forgotten',
  'deliveries-replayed': 'deliveries-replayed',
  'demo-removed': 'demo-removed',
  'secrets-rotated': 'secrets-rotated',
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

export type GetSummary200NeedsItem = {
  kind: GetSummary200NeedsItemKind;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  sentence: string;
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
  notifyBackOnSale: boolean;
  notifyEnded: boolean;
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
  notifyBackOnSale: boolean;
  notifyEnded: boolean;
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

export type GetWatch200PricePointsItem = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
};

export type GetWatch200ClusterPricePointsItem = {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  priceCents: number | null;
  /** @nullable */
  currency: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  listingId: number;
};

export type GetWatch200Cluster = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  id: number;
  summary: string;
  pricePoints: GetWatch200ClusterPricePointsItem[];
} | null;

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
  notifyBackOnSale: boolean;
  notifyEnded: boolean;
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
};

export type PatchWatchBody = {
  thresholdCents?: number | null;
  currency?: string | null;
  notifyDrops?: boolean;
  notifyBackOnSale?: boolean;
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
  notifyBackOnSale: boolean;
  notifyEnded: boolean;
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
} | null;

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

export type GetValue200SaleRatio = {
  ratio: number;
  sentence: string;
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

export type GetValue200 = {
  value: GetValue200Value;
  reason: string;
  understood: GetValue200Understood;
  comps: GetValue200CompsItem[];
  saleRatio: GetValue200SaleRatio;
  price: GetValue200Price;
  notes: string[];
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
} | null;

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

export type PostValue200SaleRatio = {
  ratio: number;
  sentence: string;
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

export type PostValue200 = {
  value: PostValue200Value;
  reason: string;
  understood: PostValue200Understood;
  comps: PostValue200CompsItem[];
  saleRatio: PostValue200SaleRatio;
  price: PostValue200Price;
  notes: string[];
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
} | null;

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
  price: GetListingValue200Price;
  comps: GetListingValue200CompsItem[];
  bins: GetListingValue200BinsItem[];
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
  /** @maxItems 500 */
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
  /** @maxItems 500 */
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
personal?: string;
};

export type PostImports200ProblemsItem = {
  problem: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
};

export type PostImports200RejectsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  line: number;
  problems: string[];
  raw: string;
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
  warnings: string[];
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
} | null;

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
} | null;

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
  lastOkAt: string | null;
  outageSince: string | null;
  cooldownUntil: string | null;
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
  lastOkAt: string | null;
  outageSince: string | null;
  cooldownUntil: string | null;
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
  lastOkAt: string | null;
  outageSince: string | null;
  cooldownUntil: string | null;
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
  lastOkAt: string | null;
  outageSince: string | null;
  cooldownUntil: string | null;
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

export type PostScans202 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  madeDue: number;
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
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  readAt: string | null;
  lines: string[];
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
  demo: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  createdAt: string;
  readAt: string | null;
  lines: string[];
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



export const getPatchUserUrl = (id: number,) => {




  return `/api/users/${id}`
}

export const patchUser = async (id: number,
    patchUserBody: PatchUserBody, options?: Parameters<typeof request>[1]): Promise<PatchUser200> => {

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
return request<PatchUser200>(getPatchUserUrl(id),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(patchUserBody)
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
 * The stored listing behind the address of its page, as copied from a browser.
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
 * What happens, while it happens (Server-Sent Events): listings-new, prices-changed, listings-ended, told, inbox-read, deliveries-changed, rules-changed, marks-changed, with JSON as data, each told once and in the order in which it was written; only what you may see. Each has an id; who comes back with it in `Last-Event-ID` (or `after`) is told first what was missed. Where that is too old or unknown, `reset` comes instead: read what you show anew. `ready` says that what follows is live, `beat` every 20 s that it still is. It ends when your session or key does. docs/live.md
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
 * Makes scans due now, all or those of one source; a source in cooldown after a block stays in it.
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
 * A signed notice that an account at the marketplace was deleted: what is held of it goes. 412 where the signature is not good, 503 while that cannot be told.
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

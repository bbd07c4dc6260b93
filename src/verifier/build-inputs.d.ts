/** Text of the root that the app was built with. */
declare const __FIRST_ROOT__: string;
/** The version of package.json. */
declare const __APP_VERSION__: string;
/** When the app was built, seconds since 1970. */
declare const __BUILD_TIME__: number;

/**
 * What a language says in the menu, and on the buttons that every page has.
 */

/** The texts of the menu. */
export interface MenuTexts {
  readonly menu: {
    readonly title: string;
    readonly shift: string;
    readonly lists: string;
    readonly policies: string;
    readonly byEye: string;
    readonly inputs: string;
    readonly training: string;
    readonly settings: string;
    readonly install: string;
    readonly about: string;
    /** Above the names of the languages. */
    readonly language: string;
  };
  readonly back: string;
  readonly backToMenu: string;
}

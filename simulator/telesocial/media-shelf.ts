/** What a media ID holds, as its status tells it. */
export interface MediaContent {
  downloadUrl: string;
  fileSize: number;
}

/** As large as the vendor's sample. */
const FILE_SIZE = 60_603;

/** Which media IDs hold something. */
export class MediaShelf {
  readonly #baseUrl: string;
  readonly #contents = new Map<string, MediaContent>();

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** A recording is mapped to the ID, in the place of what was there. */
  put(id: string): void {
    this.#contents.set(id, {
      downloadUrl: `${this.#baseUrl}/audio/${id}.mp3`,
      fileSize: FILE_SIZE,
    });
  }

  find(id: string): MediaContent | undefined {
    return this.#contents.get(id);
  }

  clear(): void {
    this.#contents.clear();
  }
}

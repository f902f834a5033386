/** The content of a media ID, as its status shows it. */
export interface MediaContent {
  downloadUrl: string;
  fileSize: number;
}

/** The size in the vendor's sample. */
const FILE_SIZE = 60_603;

/** The media IDs with content. */
export class MediaStore {
  readonly #baseUrl: string;
  readonly #contents = new Map<string, MediaContent>();

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** Assigns a recording to the ID, replacing the previous one. */
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

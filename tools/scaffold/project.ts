import type { CheckedKnowledgeBase } from '../../src/build/source.ts';
import type { ProjectRecords } from '../../src/core/check/project-problems.ts';

/** A project that something is added to. */
export interface Project {
  kb: CheckedKnowledgeBase;
  records: ProjectRecords;
  /** The text of one of its files; undefined if there is no such file. */
  read(file: string): string | undefined;
  /** The day on which something is added. */
  today: string;
}

/** The files that an addition writes, each with its new text. Reads of a file that was written see the new text. */
export class Edits {
  readonly files = new Map<string, string>();
  readonly project: Project;

  constructor(project: Project) {
    this.project = project;
  }

  /** Adds a file. */
  create(file: string, text: string): void {
    this.files.set(file, text);
  }

  /** Changes the text of a file that exists. */
  edit(file: string, change: (text: string) => string): void {
    const text = this.files.get(file) ?? this.project.read(file);
    if (text === undefined) throw new Error(`There is no file "${file}" to add to.`);
    this.files.set(file, change(text));
  }

  /** Changes the text of a file if it exists. */
  editIfThere(file: string, change: (text: string) => string): void {
    if (this.files.has(file) || this.project.read(file) !== undefined) this.edit(file, change);
  }
}

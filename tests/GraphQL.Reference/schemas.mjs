// Answers, for each line on stdin (base64 of UTF-16LE), whether the reference takes the SDL: "syntax", "invalid" or "valid".
import { createInterface } from 'node:readline';
import { buildASTSchema, parse, validateSchema } from 'graphql';

function verdict(sdl) {
  let document;
  try {
    document = parse(sdl);
  } catch {
    return 'syntax';
  }
  try {
    return validateSchema(buildASTSchema(document)).length === 0 ? 'valid' : 'invalid';
  } catch {
    return 'invalid';
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  console.log(JSON.stringify(verdict(Buffer.from(line, 'base64').toString('utf16le'))));
}

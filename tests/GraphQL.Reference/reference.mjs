// Answers, for each line on stdin, what the reference implementation makes of a document.
// In:  {"document": base64 of UTF-16LE, "variables": JSON text or null, "operation": name or null}
// Out: {"syntax": true} | {"errors": [[rule, line, column], …]} | {"refused": true} | {"data": …, "paths": [[…], …]}
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  buildSchema, execute, getNamedType, isAbstractType, isEnumType, isLeafType, isListType, isNonNullType,
  parse, specifiedRules, validate, introspectionFromSchema, getOperationAST,
} from 'graphql';

const schema = buildSchema(readFileSync(process.argv[2], 'utf8'));
if (process.argv[3] === '--introspection') {
  console.log(JSON.stringify(introspectionFromSchema(schema, {
    specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
  })));
  process.exit(0);
}

// These belong to proposals, or are advice; the edition has none of them.
const notOfTheEdition = new Set([
  'DeferStreamDirectiveOnRootFieldRule', 'DeferStreamDirectiveOnValidOperationsRule', 'DeferStreamDirectiveLabelRule',
  'StreamDirectiveOnListFieldRule', 'MaxIntrospectionDepthRule',
]);

let found = [];
const rules = specifiedRules.filter((rule) => !notOfTheEdition.has(rule.name)).map((rule) => (context) => {
  const told = Object.create(context, {
    reportError: {
      value(error) {
        const at = error.locations?.[0] ?? { line: 0, column: 0 };
        found.push([rule.name.replace(/Rule$/, ''), at.line, at.column]);
      },
    },
  });
  return rule(told);
});

function valueOf(type) {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return [valueOf(type.ofType), valueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0].name;
  return { Int: 1, Float: 1.5, Boolean: true, ID: '1', String: 'text' }[type.name] ?? (isLeafType(type) ? 'text' : { object: true });
}

function fieldResolver(source, args, context, info) {
  const field = info.parentType.getFields()[info.fieldName];
  if (info.parentType === schema.getQueryType() && field.args.length === 1 && field.args[0].name === 'v'
    && String(field.args[0].type) === String(field.type)) {
    return args.v ?? null;
  }
  const isLeaf = isLeafType(getNamedType(field.type));
  if (isLeaf && info.fieldName.startsWith('fejl')) throw new Error('fails');
  if (isLeaf && info.fieldName.startsWith('nul')) return null;
  return valueOf(field.type);
}

const typeResolver = (value, context, info, abstractType) => schema.getPossibleTypes(abstractType)[0].name;

function answer({ document: encoded, variables, operation }) {
  let document;
  try {
    document = parse(Buffer.from(encoded, 'base64').toString('utf16le'), { allowEmptySelectionSets: false });
  } catch {
    return { syntax: true };
  }
  found = [];
  validate(schema, document, rules, { maxErrors: Infinity, allowEmptySelectionSets: false });
  if (found.length > 0) return { errors: found };
  const chosen = getOperationAST(document, operation);
  if (!chosen) return { refused: true };
  if (chosen.operation === 'subscription') return { subscription: true };
  const result = execute({
    schema, document, fieldResolver, typeResolver, operationName: operation,
    variableValues: variables === null ? undefined : JSON.parse(variables),
  });
  if (result.data === undefined) return { refused: true };
  return { data: result.data, paths: (result.errors ?? []).map((error) => error.path ?? []) };
}

const out = process.stdout;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let said;
  try {
    said = answer(JSON.parse(line));
  } catch (error) {
    said = { crash: String(error) };
  }
  if (!out.write(JSON.stringify(said) + '\n')) await new Promise((resolve) => out.once('drain', resolve));
}

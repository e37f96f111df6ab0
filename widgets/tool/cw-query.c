/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/base/cw-error.h"
#include "model/base/cw-expression.h"
#include "widgets/tool/cw-query-private.h"

#define TEXT_MAX 4096
#define DEPTH_MAX 64

typedef struct
{
  const char *text;
  const char *at;
  CwUnit unit;
  guint depth;
  guint n_tests;
  GError **error;
} Parser;

static const struct
{
  const char *name;
  CwQueryProperty property;
} properties[] = {
  { "type", CW_QUERY_TYPE },     { "kind", CW_QUERY_TYPE },     { "name", CW_QUERY_NAME },
  { "net", CW_QUERY_NET },       { "class", CW_QUERY_CLASS },   { "level", CW_QUERY_LEVEL },
  { "layer", CW_QUERY_LEVEL },   { "form", CW_QUERY_FORM },     { "text", CW_QUERY_TEXT },
  { "die", CW_QUERY_DIE },       { "module", CW_QUERY_MODULE }, { "d", CW_QUERY_DIAMETER },
  { "w", CW_QUERY_WIDTH },       { "width", CW_QUERY_WIDTH },   { "l", CW_QUERY_LENGTH },
  { "length", CW_QUERY_LENGTH }, { "h", CW_QUERY_HEIGHT },      { "height", CW_QUERY_HEIGHT },
  { "hole", CW_QUERY_HOLE },     { "land", CW_QUERY_LAND },     { "ball", CW_QUERY_BALL },
  { "x", CW_QUERY_X },           { "y", CW_QUERY_Y },           { "size", CW_QUERY_SIZE },
  { "pads", CW_QUERY_PADS },
};

static const struct
{
  const char *text;
  CwQuerySign sign;
} signs[] = {
  { "!=", CW_QUERY_UNEQUAL },  { "!~", CW_QUERY_UNLIKE }, { "<=", CW_QUERY_AT_MOST },
  { ">=", CW_QUERY_AT_LEAST }, { "=", CW_QUERY_EQUAL },   { "~", CW_QUERY_LIKE },
  { "<", CW_QUERY_LESS },      { ">", CW_QUERY_MORE },
};

static CwQueryNode *parse_query (Parser *self);

static void
node_free (CwQueryNode *node)
{
  if (node == NULL)
    return;
  node_free (node->first);
  node_free (node->second);
  g_strfreev (node->values);
  g_clear_pointer (&node->likes, g_ptr_array_unref);
  g_free (node);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwQueryNode, node_free)

static gpointer G_GNUC_PRINTF (3, 4) fail (Parser *self, const char *at, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->error != NULL && *self->error == NULL)
    g_set_error (self->error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX, "at character %ld: %s",
                 g_utf8_pointer_to_offset (self->text, at) + 1, reason);

  return NULL;
}

static void
skip_space (Parser *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

static CwQueryNode *
new_node (CwQueryNodeKind kind, CwQueryNode *first, CwQueryNode *second)
{
  CwQueryNode *node = g_new0 (CwQueryNode, 1);

  node->kind = kind;
  node->first = first;
  node->second = second;

  return node;
}

static gboolean
ends_word (char c)
{
  return c == '\0' || g_ascii_isspace (c) || strchr ("()=!<>~\"&|", c) != NULL;
}

static gboolean
ends_value (char c)
{
  return c == '\0' || g_ascii_isspace (c) || strchr ("()&|,", c) != NULL;
}

/* takes a word when it is the next one, in upper or lower case */
static gboolean
accept_word (Parser *self, const char *word, const char *sign)
{
  gsize n = strlen (word);

  skip_space (self);
  if (g_str_has_prefix (self->at, sign))
    {
      self->at += strlen (sign);
      return TRUE;
    }
  if (g_ascii_strncasecmp (self->at, word, n) != 0 || !ends_word (self->at[n])
      || (self->at[n] != '\0' && strchr ("=~<>", self->at[n]) != NULL))
    return FALSE;
  self->at += n;

  return TRUE;
}

static char *
take_quoted (Parser *self)
{
  const char *start = ++self->at;
  const char *end = strchr (start, '"');

  if (end == NULL)
    return fail (self, start - 1, "the quotation mark is not closed");
  self->at = end + 1;

  return g_strndup (start, (gsize) (end - start));
}

static char *
take_value (Parser *self, gboolean with_commas)
{
  const char *start;

  skip_space (self);
  start = self->at;
  if (*start == '"')
    return take_quoted (self);
  while (!ends_value (*self->at) || (with_commas && *self->at == ','))
    self->at++;
  if (self->at == start)
    return fail (self, start, "a value is missing");

  return g_strndup (start, (gsize) (self->at - start));
}

static gboolean
is_like (CwQuerySign sign)
{
  return sign == CW_QUERY_LIKE || sign == CW_QUERY_UNLIKE;
}

/* in lower case, with stars around what has no sign for any character */
static void
add_like (CwQueryNode *node, const char *value)
{
  g_autofree char *lower = g_utf8_strdown (value, -1);
  g_autofree char *pattern
      = strpbrk (lower, "*?") != NULL ? g_strdup (lower) : g_strdup_printf ("*%s*", lower);

  if (node->likes == NULL)
    node->likes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_pattern_spec_free);
  g_ptr_array_add (node->likes, g_pattern_spec_new (pattern));
}

static gboolean
add_type (Parser *self, CwQueryNode *node, const char *at, const char *value)
{
  guint kinds = cw_query_find_type (value);

  if (kinds == 0)
    {
      fail (self, at, "there is no type \"%s\"", value);
      return FALSE;
    }
  node->kinds |= kinds;

  return TRUE;
}

static gboolean
parse_texts (Parser *self, CwQueryNode *node)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  do
    {
      const char *at;
      char *value;

      if (values->len > 0)
        self->at++;
      skip_space (self);
      at = self->at;
      value = take_value (self, FALSE);
      if (value == NULL)
        return FALSE;
      g_ptr_array_add (values, value);
      if (node->property == CW_QUERY_TYPE && !add_type (self, node, at, value))
        return FALSE;
      if (is_like (node->sign))
        add_like (node, value);
    }
  while (*self->at == ',');
  g_ptr_array_add (values, NULL);
  node->values = (char **) g_ptr_array_free (g_steal_pointer (&values), FALSE);

  return TRUE;
}

static gboolean
parse_length (Parser *self, CwQueryNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  const char *at;
  CwCoord length;

  skip_space (self);
  at = self->at;
  value = take_value (self, TRUE);
  if (value == NULL)
    return FALSE;
  if (node->property == CW_QUERY_PADS)
    {
      if (g_ascii_string_to_signed (value, 10, 0, G_MAXINT32, &node->number, NULL))
        return TRUE;
      fail (self, at, "\"%s\" is not a whole number", value);
      return FALSE;
    }
  if (!cw_expression_evaluate (value, self->unit, 0, NULL, 0, &length, NULL, &error))
    {
      fail (self, at, "%s", error->message);
      return FALSE;
    }
  node->number = length;

  return TRUE;
}

static gboolean
take_sign (Parser *self, CwQuerySign *sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (self->at, signs[i].text))
      {
        *sign = signs[i].sign;
        self->at += strlen (signs[i].text);
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_property (const char *name, CwQueryProperty *property)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_ascii_strcasecmp (properties[i].name, name) == 0)
      {
        *property = properties[i].property;
        return TRUE;
      }

  return FALSE;
}

static CwQueryNode *
parse_test (Parser *self, const char *start, const char *name, const char *sign_at,
            CwQuerySign sign)
{
  g_autoptr (CwQueryNode) node = new_node (CW_QUERY_TEST, NULL, NULL);
  gboolean is_text;

  if (!find_property (name, &node->property))
    return fail (
        self, start,
        "there is no property \"%s\", only type, name, net, class, level, form, text, die, "
        "module, d, w, l, h, hole, land, ball, x, y, size and pads",
        name);
  node->sign = sign;
  node->index = self->n_tests++;
  is_text = node->property < CW_QUERY_DIAMETER;
  if (is_text && sign >= CW_QUERY_LESS)
    return fail (self, sign_at, "%s is a text, to be compared with = or ~", name);
  if (!is_text && is_like (sign))
    return fail (self, sign_at, "%s is a number, to be compared with = or <", name);
  if (node->property == CW_QUERY_TYPE && is_like (sign))
    return fail (self, sign_at, "a type is compared with =");
  if (!(is_text ? parse_texts (self, node) : parse_length (self, node)))
    return NULL;

  return g_steal_pointer (&node);
}

static CwQueryNode *
new_like (Parser *self, CwQueryProperty property, const char *word)
{
  CwQueryNode *node = new_node (CW_QUERY_TEST, NULL, NULL);

  node->property = property;
  node->sign = CW_QUERY_LIKE;
  node->index = self->n_tests++;
  add_like (node, word);

  return node;
}

static CwQueryNode *
new_word (Parser *self, const char *word)
{
  CwQueryNode *names = new_node (CW_QUERY_OR, new_like (self, CW_QUERY_NAME, word),
                                 new_like (self, CW_QUERY_NET, word));

  return new_node (CW_QUERY_OR, names, new_like (self, CW_QUERY_TEXT, word));
}

static CwQueryNode *
new_type (Parser *self, guint kinds)
{
  CwQueryNode *node = new_node (CW_QUERY_TEST, NULL, NULL);

  node->property = CW_QUERY_TYPE;
  node->kinds = kinds;
  node->index = self->n_tests++;

  return node;
}

/* a test, a flag, a type or a word */
static CwQueryNode *
parse_word (Parser *self)
{
  const char *start = self->at;
  const char *after;
  g_autofree char *word = NULL;
  CwQuerySign sign;

  if (*start == '"')
    {
      word = take_quoted (self);
      return word != NULL ? new_word (self, word) : NULL;
    }
  while (!ends_word (*self->at))
    self->at++;
  if (self->at == start)
    return *start == '\0' ? fail (self, start, "something is missing")
                          : fail (self, start, "\"%c\" does not belong there", *start);
  word = g_strndup (start, (gsize) (self->at - start));
  after = self->at;
  skip_space (self);
  start = self->at;
  if (take_sign (self, &sign))
    return parse_test (self, after - strlen (word), word, start, sign);
  self->at = after;
  if (g_ascii_strcasecmp (word, "locked") == 0)
    return new_node (CW_QUERY_LOCKED, NULL, NULL);
  if (g_ascii_strcasecmp (word, "unlocked") == 0)
    return new_node (CW_QUERY_NOT, new_node (CW_QUERY_LOCKED, NULL, NULL), NULL);
  if (cw_query_find_type (word) != 0)
    return new_type (self, cw_query_find_type (word));

  return new_word (self, word);
}

static CwQueryNode *
parse_term (Parser *self)
{
  CwQueryNode *node = NULL;

  skip_space (self);
  if (self->depth >= DEPTH_MAX)
    return fail (self, self->at, "too many brackets");
  self->depth++;
  if (accept_word (self, "not", "!"))
    {
      node = parse_term (self);
      node = node != NULL ? new_node (CW_QUERY_NOT, node, NULL) : NULL;
    }
  else if (*self->at == '(')
    {
      const char *bracket = self->at++;

      node = parse_query (self);
      skip_space (self);
      if (node != NULL && *self->at != ')')
        {
          g_clear_pointer (&node, node_free);
          fail (self, bracket, "the bracket is not closed");
        }
      else if (node != NULL)
        self->at++;
    }
  else
    node = parse_word (self);
  self->depth--;

  return node;
}

static gboolean
is_or_next (Parser *self)
{
  const char *at = self->at;
  gboolean is_next = accept_word (self, "or", "|");

  self->at = at;

  return is_next;
}

static CwQueryNode *
parse_and (Parser *self)
{
  CwQueryNode *node = parse_term (self);

  while (node != NULL)
    {
      CwQueryNode *next;

      skip_space (self);
      if (*self->at == '\0' || *self->at == ')' || is_or_next (self))
        return node;
      accept_word (self, "and", "&");
      next = parse_term (self);
      if (next == NULL)
        g_clear_pointer (&node, node_free);
      else
        node = new_node (CW_QUERY_AND, node, next);
    }

  return NULL;
}

static CwQueryNode *
parse_query (Parser *self)
{
  CwQueryNode *node = parse_and (self);

  while (node != NULL && accept_word (self, "or", "|"))
    {
      CwQueryNode *next = parse_and (self);

      if (next == NULL)
        g_clear_pointer (&node, node_free);
      else
        node = new_node (CW_QUERY_OR, node, next);
    }

  return node;
}

/**
 * cw_query_new:
 * @text: what is looked for
 * @unit: unit of lengths without one
 * @error: return location for an error
 *
 * Reads a query. Text without anything but spaces makes one that nothing meets.
 *
 * Returns: (transfer full) (nullable): the query, %NULL with @error set, which says at which character
 *   it is wrong and why
 */
CwQuery *
cw_query_new (const char *text, CwUnit unit, GError **error)
{
  Parser parser = { text, text, unit, 0, 0, error };
  CwQueryNode *root = NULL;
  CwQuery *self;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > TEXT_MAX || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX, "the query is too long");
      return NULL;
    }
  skip_space (&parser);
  if (*parser.at != '\0')
    {
      root = parse_query (&parser);
      if (root != NULL && *parser.at != '\0')
        {
          g_clear_pointer (&root, node_free);
          fail (&parser, parser.at, "\"%c\" does not belong there", *parser.at);
        }
      if (root == NULL)
        return NULL;
    }
  self = g_new0 (CwQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->root = root;
  self->n_tests = parser.n_tests;

  return self;
}

/**
 * cw_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): the query
 */
CwQuery *
cw_query_ref (CwQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * cw_query_unref:
 * @self: (transfer full): a query
 *
 * Gives a query back.
 */
void
cw_query_unref (CwQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  node_free (self->root);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-keymap.h"

typedef enum
{
  SHIFT = 1 << 0,
  CONTROL = 1 << 1,
  ALT = 1 << 2,
  SUPER = 1 << 3,
} Held;

static const struct
{
  const char *name;
  Held held;
} helds[] = { { "<Shift>", SHIFT },  { "<Control>", CONTROL }, { "<Primary>", CONTROL },
              { "<Ctrl>", CONTROL }, { "<Alt>", ALT },         { "<Super>", SUPER } };

static gsize
take_modifier (const char *key, gsize length, guint *mask)
{
  for (gsize i = 0; i < G_N_ELEMENTS (helds); i++)
    {
      gsize size = strlen (helds[i].name);

      if (length > size && g_ascii_strncasecmp (key, helds[i].name, size) == 0)
        {
          *mask |= helds[i].held;
          return size;
        }
    }

  return 0;
}

/* takes the modifiers off the front */
static const char *
skip_modifiers (const char *key, gsize length, guint *mask)
{
  const char *end = key + length;
  gsize size;

  *mask = 0;
  while ((size = take_modifier (key, (gsize) (end - key), mask)) > 0)
    key += size;

  return key;
}

static gboolean
is_same_key (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint a_mask;
  guint b_mask;
  const char *a_name = skip_modifiers (a, a_length, &a_mask);
  const char *b_name = skip_modifiers (b, b_length, &b_mask);
  gsize a_rest = a_length - (gsize) (a_name - a);
  gsize b_rest = b_length - (gsize) (b_name - b);

  return a_mask == b_mask && a_rest == b_rest && g_ascii_strncasecmp (a_name, b_name, a_rest) == 0;
}

/**
 * cw_key_normalize:
 * @key: an accelerator
 *
 * Writes a key in the one way that can be compared: modifiers in the order of GTK, letters small.
 *
 * Returns: (transfer full): the key
 */
char *
cw_key_normalize (const char *key)
{
  GString *text = g_string_new (NULL);
  const char *name;
  guint mask;

  g_return_val_if_fail (key != NULL, NULL);

  name = skip_modifiers (key, strlen (key), &mask);
  if ((mask & SHIFT) != 0)
    g_string_append (text, "<Shift>");
  if ((mask & CONTROL) != 0)
    g_string_append (text, "<Control>");
  if ((mask & ALT) != 0)
    g_string_append (text, "<Alt>");
  if ((mask & SUPER) != 0)
    g_string_append (text, "<Super>");
  if (strlen (name) == 1)
    g_string_append_c (text, g_ascii_tolower (*name));
  else
    g_string_append (text, name);

  return g_string_free (text, FALSE);
}

/**
 * cw_keys_contain:
 * @keys: (nullable): accelerators with spaces between them
 * @key: one accelerator
 *
 * Tells whether a key is among others, however their modifiers are ordered.
 *
 * Returns: whether it is
 */
gboolean
cw_keys_contain (const char *keys, const char *key)
{
  gsize length;

  g_return_val_if_fail (key != NULL, FALSE);

  if (keys == NULL)
    return FALSE;
  length = strlen (key);
  for (const char *at = keys; *at != '\0';)
    {
      const char *end = at + strcspn (at, " ");

      if (is_same_key (at, (gsize) (end - at), key, length))
        return TRUE;
      at = *end == '\0' ? end : end + 1;
    }

  return FALSE;
}

/**
 * cw_keys_dup_label:
 * @keys: (nullable): accelerators with spaces between them
 *
 * Writes the first key for people.
 *
 * Returns: (transfer full) (nullable): the key, such as `Ctrl+Z`, %NULL when there is none
 */
char *
cw_keys_dup_label (const char *keys)
{
  static const struct
  {
    const char *from;
    const char *to;
  } words[] = {
    { "Control", N_ ("Ctrl") },
    { "Return", N_ ("Enter") },
    { "Escape", N_ ("Esc") },
    { "BackSpace", N_ ("Backspace") },
    { "space", N_ ("Space") },
    { "Left", "←" },
    { "Right", "→" },
    { "Up", "↑" },
    { "Down", "↓" },
    { "Page_Up", N_ ("PgUp") },
    { "Page_Down", N_ ("PgDn") },
    { "slash", "/" },
    { "backslash", "\\" },
    { "apostrophe", "'" },
    { "bracketleft", "[" },
    { "bracketright", "]" },
    { "braceleft", "{" },
    { "braceright", "}" },
    { "plus", "+" },
    { "minus", "−" },
    { "equal", "=" },
    { "grave", "`" },
    { "asciitilde", "~" },
    { "question", "?" },
    { "comma", "," },
    { "period", "." },
    { "KP_Add", N_ ("Keypad +") },
    { "KP_Subtract", N_ ("Keypad −") },
  };
  g_autofree char *first = NULL;
  GString *label;
  const char *name;
  guint mask;

  if (keys == NULL || *keys == '\0')
    return NULL;
  first = g_strndup (keys, strcspn (keys, " "));
  name = skip_modifiers (first, strlen (first), &mask);
  label = g_string_new (NULL);
  if ((mask & CONTROL) != 0)
    g_string_append (label, _ ("Ctrl+"));
  if ((mask & ALT) != 0)
    g_string_append (label, _ ("Alt+"));
  if ((mask & SHIFT) != 0)
    g_string_append (label, _ ("Shift+"));
  if ((mask & SUPER) != 0)
    g_string_append (label, _ ("Super+"));
  /* one of them stands for all in tables */
  if (mask == 0 && strcmp (name, "Left") == 0)
    {
      g_string_append (label, _ ("Arrows"));
      return g_string_free (label, FALSE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].from, name) == 0)
      {
        g_string_append (label, _ (words[i].to));
        return g_string_free (label, FALSE);
      }
  if (strlen (name) == 1)
    g_string_append_c (label, g_ascii_toupper (*name));
  else
    g_string_append (label, name);

  return g_string_free (label, FALSE);
}

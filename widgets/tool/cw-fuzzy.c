/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-fuzzy.h"

#include <string.h>

/* What a match is worth at least; what it leaves over makes it worth less, within its step. */
#define EXACT CW_FUZZY_BEST
#define BEGINNING 800
#define WORD 600
#define INSIDE 400
#define SCATTERED 100
#define STEP 150

/**
 * cw_fuzzy_fold:
 * @text: a text
 *
 * Writes a text as cw_fuzzy_score () compares it: small letters, without marks.
 *
 * Returns: (transfer full): the text
 */
char *
cw_fuzzy_fold (const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at >= 0x80)
      {
        folded = g_utf8_casefold (text, -1);
        return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
      }

  return g_ascii_strdown (text, -1);
}

/**
 * cw_fuzzy_get_letters:
 * @folded: a text that cw_fuzzy_fold () made
 *
 * Notes which letters occur, so that most texts need no look: a text can match a query only if it
 * has all bits of the query's words.
 *
 * Returns: a bit for each letter, and some for all other signs
 */
guint32
cw_fuzzy_get_letters (const char *folded)
{
  guint32 letters = 0;

  for (const guchar *at = (const guchar *) folded; *at != '\0'; at++)
    if (*at >= 'a' && *at <= 'z')
      letters |= (guint32) 1 << (*at - 'a');
    else if (*at >= '0' && *at <= '9')
      letters |= (guint32) 1 << (26 + (*at - '0') % 5);
    else if (*at != ' ')
      letters |= (guint32) 1 << 31;

  return letters;
}

static gboolean
is_word_start (const char *text, const char *at)
{
  return at == text || !g_ascii_isalnum (at[-1])
         || (g_ascii_isdigit (at[0]) != 0) != (g_ascii_isdigit (at[-1]) != 0);
}

static int
lessen (int least, gsize left)
{
  return least + STEP - (int) MIN (left, (gsize) STEP);
}

/* the letters one after the other with others between them, beginning with a word */
static int
score_scattered (const char *word, gsize length, const char *text)
{
  gsize gaps = 0;
  const char *at = text;

  for (gsize i = 0; i < length; i++)
    {
      const char *found = strchr (at, word[i]);

      if (i == 0)
        while (found != NULL && !is_word_start (text, found))
          found = strchr (found + 1, word[i]);
      if (found == NULL)
        return 0;
      if (i > 0 && !is_word_start (text, found))
        gaps += (gsize) (found - at) * 4;
      at = found + 1;
    }

  return gaps < STEP ? lessen (SCATTERED, gaps) : 0;
}

static const char *
find (const char *text, const char *word, gsize length)
{
  for (const char *at = strchr (text, *word); at != NULL; at = strchr (at + 1, *word))
    if (strncmp (at, word, length) == 0)
      return at;

  return NULL;
}

static int
score_word (const char *word, gsize length, const char *text)
{
  const char *found = find (text, word, length);
  gsize left;
  const char *at;

  if (found == NULL)
    return length > 1 ? score_scattered (word, length, text) : 0;
  left = strlen (text) - length;
  if (left == 0)
    return EXACT;
  if (found == text)
    return lessen (BEGINNING, left);
  for (at = found; at != NULL; at = find (at + 1, word, length))
    if (is_word_start (text, at))
      return lessen (WORD, left);

  return lessen (INSIDE, left);
}

/**
 * cw_fuzzy_score:
 * @query: what is looked for, folded; words with spaces between them must all be found
 * @text: where it is looked for, folded
 *
 * Tells how well a text matches: all of it, its beginning, the beginning of a word, within a word,
 * or the letters one after the other with others between them.
 *
 * Returns: up to %CW_FUZZY_BEST, 0 when it does not match
 */
int
cw_fuzzy_score (const char *query, const char *text)
{
  int total = 0;
  int n = 0;

  g_return_val_if_fail (query != NULL && text != NULL, 0);

  if (strcmp (query, text) == 0)
    return CW_FUZZY_BEST;
  for (const char *at = query; *at != '\0';)
    {
      gsize length = strcspn (at, " ");
      int score;

      if (length > 0)
        {
          score = score_word (at, length, text);
          if (score == 0)
            return 0;
          total += score;
          n++;
        }
      at += length + strspn (at + length, " ");
    }

  return n > 0 ? MIN (total / n, CW_FUZZY_BEST - 1) : 1;
}

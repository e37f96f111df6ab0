/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-goto.h"

#include <string.h>

#include "model/base/cw-error.h"
#include "model/base/cw-expression.h"

static gboolean
has_operator (const char *text)
{
  return text[0] != '\0' && strchr ("+-*/", text[0]) != NULL && text[1] == '=';
}

static gboolean
evaluate (const char *text, CwUnit unit, CwCoord old, CwCoord *value, GError **error)
{
  gboolean rounded;

  return cw_expression_evaluate (text, unit, old, NULL, 0, value, &rounded, error);
}

/* both parts of a split, when each is an expression */
static gboolean
try_split (const char *text, gsize at, CwUnit unit, CwPoint from, CwPoint *to, GError **error)
{
  g_autofree char *first = g_strstrip (g_strndup (text, at));
  g_autofree char *second = g_strstrip (g_strdup (text + at + 1));

  if (*first == '\0' || *second == '\0')
    return FALSE;
  /* what is said of x is meant of y too: `+=10 20` */
  if (has_operator (first) && !has_operator (second))
    {
      g_autofree char *both = g_strdup_printf ("%.2s%s", first, second);

      return evaluate (first, unit, from.x, &to->x, error)
             && evaluate (both, unit, from.y, &to->y, error);
    }

  return evaluate (first, unit, from.x, &to->x, error)
         && evaluate (second, unit, from.y, &to->y, error);
}

/**
 * cw_goto_parse:
 * @text: `x y`, with a space, a semicolon or a comma between them, both expressions
 * @unit: the unit of numbers without one
 * @from: what `+=` and its like start from [nm]
 * @to: (out): the place [nm]
 * @error: return location for an error
 *
 * Reads a place of the plan. An operator before x, as in `+=10 20`, holds for y too.
 *
 * Returns: whether it is one; otherwise @error is %CW_MODEL_ERROR_SYNTAX or that of the
 *   expression that is wrong
 */
gboolean
cw_goto_parse (const char *text, CwUnit unit, CwPoint from, CwPoint *to, GError **error)
{
  g_autoptr (GError) first_error = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (text != NULL && to != NULL, FALSE);

  clean = g_strstrip (g_strdup (text));
  for (const char *mark = ";, "; *mark != '\0'; mark++)
    for (gsize i = 0; clean[i] != '\0'; i++)
      {
        CwPoint found;

        /* a comma inside a number is a decimal mark */
        if (clean[i] != *mark || (*mark == ',' && clean[i + 1] != ' '))
          continue;
        if (try_split (clean, i, unit, from, &found, first_error == NULL ? &first_error : NULL))
          {
            *to = found;
            return TRUE;
          }
      }
  if (first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  else
    g_set_error_literal (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX,
                         "x and y are expected, such as \"1200 -350\"");

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-ball-name.h"

#include <string.h>

/* no letter that reads like a number or like another: I, O, Q, S, X, Z */
static const char letters[] = "ABCDEFGHJKLMNPRTUVWY";

#define N_LETTERS (sizeof letters - 1)
#define MOST 1000000 /* rows or columns that a name is read for */

/**
 * cw_ball_name_new:
 * @row: row from the top, from 0
 * @column: column from the left, from 0
 *
 * Names a ball of a grid: A1 is the first, after row Y comes AA.
 *
 * Source: IPC-7351, 14.2.5, after JEDEC Publication 95.
 *
 * Returns: (transfer full): the name
 */
char *
cw_ball_name_new (guint row, guint column)
{
  char name[8];
  guint n = sizeof name;

  name[--n] = '\0';
  for (guint left = row + 1; left > 0 && n > 0; left = (left - 1) / N_LETTERS)
    name[--n] = letters[(left - 1) % N_LETTERS];

  return g_strdup_printf ("%s%u", name + n, column + 1);
}

/**
 * cw_ball_name_parse:
 * @name: (nullable): a name
 * @row: (out): row from the top, from 0
 * @column: (out): column from the left, from 0
 *
 * Finds the place of a ball in the grid from its name.
 *
 * Returns: whether the name is one that cw_ball_name_new () makes
 */
gboolean
cw_ball_name_parse (const char *name, guint *row, guint *column)
{
  const char *at = name;
  guint number = 0;
  guint count = 0;

  for (; at != NULL && g_ascii_isupper (*at); at++)
    {
      const char *letter = strchr (letters, *at);

      if (letter == NULL || number > MOST)
        return FALSE;
      number = number * N_LETTERS + (guint) (letter - letters) + 1;
    }
  if (number == 0 || at == NULL || *at == '0')
    return FALSE;
  for (; g_ascii_isdigit (*at); at++)
    {
      if (count > MOST)
        return FALSE;
      count = count * 10 + (guint) (*at - '0');
    }
  if (count == 0 || *at != '\0')
    return FALSE;
  *row = number - 1;
  *column = count - 1;

  return TRUE;
}

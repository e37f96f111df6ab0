/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-ball-name.h"

/* no letter that reads like a number or like another: I, O, Q, S, X, Z */
static const char letters[] = "ABCDEFGHJKLMNPRTUVWY";

#define N_LETTERS (sizeof letters - 1)

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

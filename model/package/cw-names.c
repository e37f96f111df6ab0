/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-names.h"

#include <string.h>

/**
 * cw_names_get:
 * @names: (array length=n_names): the names of an enumeration's values
 * @n_names: how many values it has
 * @value: a value
 *
 * Gets the name that a value has in files.
 *
 * Returns: the name, or `?` for a value that is none
 */
const char *
cw_names_get (const char *const *names, guint n_names, guint value)
{
  return value < n_names ? names[value] : "?";
}

/**
 * cw_names_find:
 * @names: (array length=n_names): the names of an enumeration's values
 * @n_names: how many values it has
 * @name: (nullable): a name as a file has it
 * @value: (out): return location for the value, left alone when there is none
 *
 * Finds the value that has a name.
 *
 * Returns: whether there is one
 */
gboolean
cw_names_find (const char *const *names, guint n_names, const char *name, guint *value)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

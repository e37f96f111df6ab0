/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "widgets/cw-setup-private.h"

/* Tables of pads and nets as text. */

/**
 * cw_setup_split_line:
 * @line: a line, which may end with a carriage return
 * @first: (out) (transfer full): what stands before the comma, semicolon or tab
 * @second: (out) (transfer full): what stands behind it
 *
 * Splits a line of a table. A line of `pad,net` or `ball,net` is a heading and none of the table.
 *
 * Returns: whether it is a line of the table
 */
gboolean
cw_setup_split_line (const char *line, char **first, char **second)
{
  gsize n = strcspn (line, ",;\t");
  g_autofree char *head = g_strstrip (g_strndup (line, n));
  g_autofree char *tail = g_strstrip (g_strdup (line[n] != '\0' ? line + n + 1 : ""));

  if (*head == '\0'
      || (g_ascii_strcasecmp (tail, "net") == 0
          && (g_ascii_strcasecmp (head, "pad") == 0 || g_ascii_strcasecmp (head, "ball") == 0)))
    return FALSE;

  *first = g_steal_pointer (&head);
  *second = g_steal_pointer (&tail);
  return TRUE;
}

/**
 * cw_setup_find_or_add_net:
 * @edit: an edit
 * @name: name of a net, empty for none
 * @net: (out): the net
 * @error: return location for an error
 *
 * Finds a net by its name, and adds a signal when there is none.
 *
 * Returns: whether the name is one
 */
gboolean
cw_setup_find_or_add_net (CwEdit *edit, const char *name, CwId *net, GError **error)
{
  CwNet added = { .net_class = CW_NET_SIGNAL };

  *net = *name != '\0' ? cw_edit_find_net (edit, name) : CW_ID_NONE;
  if (*name == '\0' || *net != CW_ID_NONE)
    return TRUE;

  added.name = g_ref_string_new (name);
  *net = cw_edit_add_net (edit, &added, error);
  g_ref_string_release (added.name);

  return *net != CW_ID_NONE;
}

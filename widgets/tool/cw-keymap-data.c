/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-keymap-data.h"

#include <string.h>

/*
 * In what the keys of another program differ from ours. NULL leaves an action as the tables have
 * it, an empty text takes its keys away, since another action has them there.
 */
static const struct
{
  const char *action;
  const char *keys[CW_N_KEYMAPS]; /* of CW_KEYMAP_DEFAULT: never */
} differences[] = {
  /* action                     KiCad, KLayout, Horizon */
  { "win.palette",
    { NULL, "<Control><Shift>p <Control>slash", "<Control><Shift>p <Control>slash", NULL } },
  { "win.origin", { NULL, "space o", "<Shift>o", NULL } },
  { "win.reset-origin", { NULL, NULL, "", NULL } },
  { "win.help", { NULL, "<Shift>F1", NULL, NULL } },
  { "win.rename-cut-line", { NULL, "<Control>F2", "<Control>F2", NULL } },
  { "win.fit", { NULL, NULL, "F2 Home", NULL } },
  { "win.zoom-selection", { NULL, NULL, "<Shift>F2 z", NULL } },
  { "win.zoom-in", { NULL, "F1 <Control>plus <Control>equal <Control>KP_Add KP_Add", NULL, NULL } },
  { "win.zoom-out", { NULL, "F2 <Control>minus <Control>KP_Subtract KP_Subtract", NULL, NULL } },
  { "win.redo", { NULL, "<Control>y", NULL, NULL } },
  { "win.next-grid", { NULL, NULL, "g", NULL } },
  { "win.previous-grid", { NULL, NULL, "<Shift>g", NULL } },
  { "win.next-level", { NULL, NULL, NULL, "Page_Up" } },
  { "win.previous-level", { NULL, NULL, NULL, "Page_Down" } },
  { "win.top-level", { NULL, NULL, NULL, "1" } },
  { "win.bottom-level", { NULL, NULL, NULL, "2" } },
  { "win.level(1)", { NULL, NULL, NULL, "" } },
  { "win.level(2)", { NULL, NULL, NULL, "" } },
  { "win.level(3)", { NULL, NULL, NULL, "" } },
  { "win.level(4)", { NULL, NULL, NULL, "" } },
  { "win.run::properties", { NULL, "e", "q", "i" } },
  { "win.run::select-next-below", { NULL, NULL, "space <Shift>Tab", NULL } },
  { "win.run::duplicate", { NULL, NULL, "<Control>b <Control>d", NULL } },
  { "win.run::move-exactly", { NULL, NULL, "<Control>m", NULL } },
  { "win.run::flip", { NULL, NULL, NULL, "e" } },
  { "win.run::lock", { NULL, NULL, NULL, "c" } },
  { "win.run::grow", { NULL, NULL, NULL, "plus" } },
  { "win.run::highlight-net", { NULL, NULL, NULL, "l" } },
  { "win.run::drag-45", { NULL, NULL, NULL, "g" } },
  { "win.run::drag-free", { NULL, NULL, "<Alt>g", "<Shift>g" } },
  { "win.run::angle-mode", { NULL, NULL, "F3", "a" } },
  { "win.run::via-size-next", { NULL, NULL, NULL, "d apostrophe" } },
  { "win.tool::via", { NULL, "<Control><Shift>x", "o", NULL } },
  { "win.tool::place-die", { NULL, NULL, "i", NULL } },
  { "win.tool::ruler", { NULL, "<Control><Shift>m k", NULL, NULL } },
  { "win.tool::cavity", { NULL, NULL, NULL, "<Shift>c" } },
  { "win.tool::polygon", { NULL, "<Control><Shift>z", NULL, NULL } },
};

/**
 * cw_keymap_data_find:
 * @kind: a map
 * @action: detailed name of an action
 * @found: (out): whether the map says anything about the action
 *
 * Finds in what the keys of a program differ from ours.
 *
 * Returns: (transfer none) (nullable): the keys
 */
const char *
cw_keymap_data_find (CwKeymapKind kind, const char *action, gboolean *found)
{
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    if (strcmp (differences[i].action, action) == 0)
      {
        *found = differences[i].keys[kind] != NULL;
        return differences[i].keys[kind];
      }
  *found = FALSE;

  return NULL;
}

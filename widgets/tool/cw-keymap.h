/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwKeymapKind:
 * @CW_KEYMAP_DEFAULT: the keys of the tables
 * @CW_KEYMAP_KICAD: as in KiCad
 * @CW_KEYMAP_KLAYOUT: as in KLayout
 * @CW_KEYMAP_HORIZON: as in Horizon EDA
 *
 * Which program's keys are used.
 */
typedef enum
{
  CW_KEYMAP_DEFAULT,
  CW_KEYMAP_KICAD,
  CW_KEYMAP_KLAYOUT,
  CW_KEYMAP_HORIZON,
  CW_N_KEYMAPS
} CwKeymapKind;

#define CW_TYPE_KEYMAP (cw_keymap_get_type ())

/**
 * CwKeymap:
 *
 * Which keys each action has now: those of its table, unless the chosen map or the user says
 * otherwise. Actions are known by their detailed names; a command of tools is `win.run::COMMAND`,
 * a tool is `win.tool::TOOL`. There is one for the whole program, for the main thread only.
 */
G_DECLARE_FINAL_TYPE (CwKeymap, cw_keymap, CW, KEYMAP, GObject)

CwKeymap *cw_keymap_get_default (void);
const char *cw_keymap_get_name (CwKeymapKind kind);
gboolean cw_keymap_find (const char *name, CwKeymapKind *kind);
CwKeymapKind cw_keymap_get_kind (CwKeymap *self);
void cw_keymap_set_kind (CwKeymap *self, CwKeymapKind kind);
const char *cw_keymap_get_keys (CwKeymap *self, const char *action, const char *usual);
const char *cw_keymap_get_command_keys (CwKeymap *self, const char *command, const char *usual);
gboolean cw_keymap_has_binding (CwKeymap *self, const char *action);
void cw_keymap_bind (CwKeymap *self, const char *action, const char *keys);
void cw_keymap_unbind (CwKeymap *self, const char *action);
void cw_keymap_set_bindings (CwKeymap *self, GVariant *bindings);
GVariant *cw_keymap_list_bindings (CwKeymap *self);

char *cw_key_normalize (const char *key);
gboolean cw_keys_contain (const char *keys, const char *key);
char *cw_keys_dup_label (const char *keys);

G_END_DECLS

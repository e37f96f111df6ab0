/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_KEY_LIST (cw_key_list_get_type ())

/**
 * CwKeyList:
 *
 * All actions with their keys, where they are given others.
 */
G_DECLARE_FINAL_TYPE (CwKeyList, cw_key_list, CW, KEY_LIST, GtkWidget)

GtkWidget *cw_key_list_new (void);
void cw_key_list_ask (CwKeyList *self, const char *action);
gboolean cw_key_list_take (CwKeyList *self, const char *key);
void cw_key_list_accept (CwKeyList *self);

G_END_DECLS

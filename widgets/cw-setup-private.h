/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/cw-setup.h"

G_BEGIN_DECLS

/* cw-setup-convert.c */
CwMethod cw_setup_get_method (const CwTechnology *technology);
gboolean cw_setup_may_have (CwMethod method, CwSubstrateKind substrate);
gboolean cw_setup_take_material (CwTechnology *technology, const CwMaterial *material,
                                 guint8 *index, GError **error);
CwDesign *cw_setup_dup_with_method (CwDesign *design, CwMethod method, GError **error);
CwDesign *cw_setup_dup_with_substrate (CwDesign *design, CwSubstrateKind substrate, GError **error);

/* cw-setup-words.c */
char **cw_setup_list_methods (const CwDesign *design);
char **cw_setup_list_substrates (const CwDesign *design);
char **cw_setup_list_materials (const CwDesign *design);
char **cw_setup_list_depositions (const CwDesign *design);
char **cw_setup_list_classes (const CwDesign *design);
char **cw_setup_list_groups (const CwDesign *design);
char **cw_setup_list_hatches (const CwDesign *design);
char **cw_setup_list_rule_levels (const CwDesign *design);
char **cw_setup_list_rule_kinds (const CwDesign *design);
char **cw_setup_list_net_classes (const CwDesign *design);
char **cw_setup_list_rule_classes (const CwDesign *design);
char **cw_setup_list_severities (const CwDesign *design);
char **cw_setup_list_panel_kinds (const CwDesign *design);
char **cw_setup_list_scopes (const CwDesign *design);
char **cw_setup_list_forms (const CwDesign *design);
char **cw_setup_list_ball_kinds (const CwDesign *design);
const char *cw_setup_get_level_word (CwLevelKind kind);
const char *cw_setup_get_method_word (CwMethod method);
const char *cw_setup_get_substrate_word (CwSubstrateKind substrate);

/* cw-setup-general.c */
CwDesign *cw_setup_dup_with_size (CwDesign *design, CwCoord width, CwCoord height, GError **error);

/* cw-setup-pads.c */
CwPads *cw_setup_new_ring (CwBox body, guint n_columns, guint n_rows, CwCoord pitch, CwCoord size,
                           CwCoord inset, CwPadFormKind form);
extern const CwSetupMaker cw_setup_pads_maker;

/* cw-setup-net-table.c */
gboolean cw_setup_split_line (const char *line, char **first, char **second);
gboolean cw_setup_find_or_add_net (CwEdit *edit, const char *name, CwId *net, GError **error);

G_END_DECLS

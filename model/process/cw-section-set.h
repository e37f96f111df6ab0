/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/process/cw-section.h"

G_BEGIN_DECLS

#define CW_TYPE_SECTION_SET (cw_section_set_get_type ())

/**
 * CwSectionSet:
 *
 * The sections of a package along a cut line after each step of its flow, reference-counted. The
 * line is cut once; a section is drawn when it is first asked for, and kept.
 */
typedef struct _CwSectionSet CwSectionSet;

GType cw_section_set_get_type (void) G_GNUC_CONST;
CwSectionSet *cw_section_set_new (CwDesign *design, const CwPoint *line, gsize n_points);
CwSectionSet *cw_section_set_ref (CwSectionSet *self);
void cw_section_set_unref (CwSectionSet *self);
guint cw_section_set_get_n_steps (const CwSectionSet *self);
CwSection *cw_section_set_get (CwSectionSet *self, guint step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSectionSet, cw_section_set_unref)

G_END_DECLS

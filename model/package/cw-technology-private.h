/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-flow.h"
#include "model/package/cw-panel.h"

G_BEGIN_DECLS

struct _CwTechnology
{
  gatomicrefcount ref_count;
  char *name;
  GArray *materials; /* of CwMaterial */
  GArray *levels;    /* of CwLevel */
  GArray *rules;     /* of CwRule */
  CwSubstrateKind substrate;
  CwFlow *flow; /* nullable: that of the template of method A */
  CwPanel panel;
};

G_END_DECLS

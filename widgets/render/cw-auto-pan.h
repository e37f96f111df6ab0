/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-clip.h"

G_BEGIN_DECLS

#define CW_AUTO_PAN_BORDER 48.0 /* [px] */

CwSpot cw_auto_pan_get_speed (CwSpot at, double width, double height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-point.h"

G_BEGIN_DECLS

/**
 * CwToolEventType:
 * @CW_TOOL_PRESS: the first button went down
 * @CW_TOOL_RELEASE: it went up
 * @CW_TOOL_MOTION: the pointer or a modifier moved
 * @CW_TOOL_DOUBLE_CLICK: it went down a second time; sent instead of the second press
 * @CW_TOOL_RIGHT_CLICK: the second button was clicked
 * @CW_TOOL_LONG_PRESS: the first button is down for 500 ms without motion
 * @CW_TOOL_KEY: a key, named as gtk_accelerator_name () does, in @key
 * @CW_TOOL_COMMAND: an action, named in @key
 * @CW_TOOL_TYPE: a character that may begin a number, in @text
 * @CW_TOOL_VALUE: @text was entered in the HUD field @key
 * @CW_TOOL_AGAIN: the tool's own key or button
 * @CW_TOOL_OTHER: another tool is chosen
 * @CW_TOOL_FOCUS_OUT: the window lost the focus
 * @CW_TOOL_CLOSE: the window closes
 *
 * What can happen to a tool. Clicks and drags are told apart by the tool.
 */
typedef enum
{
  CW_TOOL_PRESS,
  CW_TOOL_RELEASE,
  CW_TOOL_MOTION,
  CW_TOOL_DOUBLE_CLICK,
  CW_TOOL_RIGHT_CLICK,
  CW_TOOL_LONG_PRESS,
  CW_TOOL_KEY,
  CW_TOOL_COMMAND,
  CW_TOOL_TYPE,
  CW_TOOL_VALUE,
  CW_TOOL_AGAIN,
  CW_TOOL_OTHER,
  CW_TOOL_FOCUS_OUT,
  CW_TOOL_CLOSE,
} CwToolEventType;

/**
 * CwToolModifiers:
 *
 * Modifiers that are held.
 */
typedef enum
{
  CW_TOOL_SHIFT = 1 << 0,
  CW_TOOL_CTRL = 1 << 1,
  CW_TOOL_ALT = 1 << 2,
} CwToolModifiers;

/**
 * CwToolEvent:
 * @type: what happened
 * @at: where the pointer is, not snapped [nm]
 * @modifiers: %CwToolModifiers
 * @pixel: size of a pixel [nm]; positive
 * @key: (nullable): key, command or field
 * @text: (nullable): what was typed
 *
 * An event, with the pointer's place whatever its type.
 */
typedef struct
{
  CwToolEventType type;
  CwPoint at;
  guint modifiers;
  double pixel;
  const char *key;
  const char *text;
} CwToolEvent;

/**
 * CwToolAnswer:
 * @CW_TOOL_PASS: not for the tool, and nothing changed
 * @CW_TOOL_PREVIEW: taken; the preview, the overlay or the hints may have changed
 * @CW_TOOL_COMMIT: taken; the document or the view got what was shown
 * @CW_TOOL_REVERT: taken; what was in progress is forgotten
 * @CW_TOOL_DONE: taken; the tool is at its end, choose Select
 * @CW_TOOL_HAND_ON: the same, and Select gets the event
 *
 * What a tool made of an event.
 */
typedef enum
{
  CW_TOOL_PASS,
  CW_TOOL_PREVIEW,
  CW_TOOL_COMMIT,
  CW_TOOL_REVERT,
  CW_TOOL_DONE,
  CW_TOOL_HAND_ON,
} CwToolAnswer;

/**
 * CwToolState:
 * @CW_TOOL_IDLE: nothing is in hand
 * @CW_TOOL_ARMED: a ghost follows the pointer, nothing is fixed
 * @CW_TOOL_ACTIVE: a point is fixed or a drag is on
 *
 * The states of the one machine that all tools share.
 */
typedef enum
{
  CW_TOOL_IDLE,
  CW_TOOL_ARMED,
  CW_TOOL_ACTIVE,
} CwToolState;

G_END_DECLS

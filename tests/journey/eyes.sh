#!/bin/bash
# eyes.sh FRAMES: what a scripted visitor sees of a kiosk that tells in FRAMES what it shows. Stays, and answers one question
# after the other: to start what reads a frame for each of them took 40 ms of a processor, half of what such a test took.
#   in:  ["shows","Verder"] and the end of the line; eyes.jq knows the questions, ["drawn",""] is how many frames there are
#   out: + and what was found, one a line, or - for nothing (no frame, or a broken one, too), ? for a question that
#        eyes.jq does not know; then a NUL
set -u
frames=$1
exec {answers}> >(exec jq --unbuffered -Rj -f "${0%/*}/eyes.jq")
file='' frame='' begun='' drawn=0

# look: at what has come since; a file that is not there any more, or another one, is begun anew.
look() {
  local line
  if [ -z "$file" ] || ! [ "$frames" -ef "/proc/self/fd/$file" ]; then
    [ -z "$file" ] || exec {file}<&-
    file='' frame='' begun='' drawn=0
    { exec {file}<"$frames"; } 2>/dev/null || return
  fi
  while IFS= read -r -u "$file" line; do
    frame=$begun$line begun='' drawn=$((drawn + 1))
  done
  begun+=$line  # a line that is still being written
}

while IFS= read -r question; do
  look
  if [ "$question" = '["drawn",""]' ]; then
    printf '+%s\0' "$drawn"
  else
    printf '%s\n%s\n' "$question" "$frame" >&"$answers"
  fi
done
